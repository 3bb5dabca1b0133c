import { given, lost, openPage, refused, signedIn, type Answers } from '../openPage';

const PAGE = 'packages/teaching/pages/course-edit';

const draft = {
  courseId: 'crs_one',
  version: 7,
  status: 'draft',
  title: '数据分析入门',
  subtitle: '',
  introduction: '',
  categoryId: 'cat_tech',
  price: 12_800,
  memberFree: false,
  chapters: [],
  learnerCount: 0,
  updatedAt: 0,
};

const shop = {
  getMe: signedIn('teacher'),
  getHome: () =>
    given({
      shopName: '知行',
      banners: [],
      categories: [{ categoryId: 'cat_tech', name: '编程', description: '', icon: 'code' }],
      shelves: [],
    }),
  getCourseDraft: () => given(draft),
};

const open = (answers: Answers, courseId = 'crs_one') =>
  openPage(PAGE, { query: courseId ? { courseId } : {}, answers: { ...shop, ...answers } });

describe('the page of a course', () => {
  it('asks the server for the price in fen that was typed in yuan (S19)', async () => {
    const page = await open({ editCourse: () => given(draft) }, '');

    await page.fire('.field__input', 'input', { value: '手机摄影' }, 0);
    await page.part('#prices').fire('#price', 'input', { value: '19.9' });
    await page.tap('.btn--primary');

    const { data } = page.asked.find((each) => each.name === 'editCourse') ?? {};
    expect(data).toMatchObject({ action: 'create', title: '手机摄影', price: 1990 });
  });

  it('asks nothing while the price is no amount, and says what is wrong', async () => {
    const page = await open({ editCourse: () => given(draft) });

    await page.part('#prices').fire('#price', 'input', { value: '十块' });
    await page.tap('.btn--primary');

    expect(page.asked.map((each) => each.name)).not.toContain('editCourse');
    expect(page.text()).toContain('请填写价格');
  });

  it('offers the newest when someone else saved meanwhile, and loads it when wanted', async () => {
    let newest = draft;
    const page = await open({
      getCourseDraft: () => given(newest),
      editCourse: () => refused('CHANGED_MEANWHILE', '内容刚刚被修改过'),
    });

    newest = { ...draft, version: 8, title: '同事改过的名字' };
    await page.tap('.btn--primary');

    expect(page.asked.find((each) => each.name === 'editCourse')?.data).toMatchObject({
      version: 7,
    });
    expect(page.data).toMatchObject({ version: 8, form: { title: '同事改过的名字' } });
  });

  it('keeps what was typed when the network is lost, and repeats the same request', async () => {
    const page = await open({ editCourse: lost }, '');

    await page.fire('.field__input', 'input', { value: '手机摄影' }, 0);
    await page.part('#prices').fire('#price', 'input', { value: '9' });
    await page.tap('.btn--primary');
    await page.tap('.btn--primary');

    const [first, second] = page.asked.filter((each) => each.name === 'editCourse');
    expect(second?.data['requestId']).toBe(first?.data['requestId']);
    expect(page.data).toMatchObject({ form: { title: '手机摄影', price: '9' } });
    expect(page.told).toContain('网络不太顺畅，请检查后重试');
  });

  it('warns before leaving once something is typed, and no more once it is saved', async () => {
    const warned: string[] = [];
    const page = await open({ editCourse: () => given(draft) });
    Object.assign(page.wx, {
      enableAlertBeforeUnload: () => warned.push('on'),
      disableAlertBeforeUnload: () => warned.push('off'),
    });

    await page.fire('.field__input', 'input', { value: '新名字' }, 0);
    await page.tap('.btn--primary');

    expect(warned).toEqual(['on', 'off']);
  });
});
