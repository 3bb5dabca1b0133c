import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const batch = {
  batchId: 'bat_one',
  item: { kind: 'course', id: 'crs_light', title: '手机摄影' },
  count: 2,
  used: 0,
  expiresAt: Date.now() + 86_400_000,
  note: '年会赠送',
  voided: false,
  madeAt: 0,
};
const CODES = ['bcdf-ghjk', 'mnpq-rstv'];

const open = (make: Answers[string] = () => given({ kind: 'codes', batch, codes: CODES })) =>
  openPage('packages/teaching/pages/offers-codes', {
    answers: {
      getMe: signedIn('admin'),
      getMemberships: () => given({ plans: [], freeCourseCount: 0 }),
      manageOffers: (data) =>
        data['action'] === 'makeCodes' ? make(data) : given({ kind: 'batches', items: [batch] }),
    },
  });

const made = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.filter(({ data }) => data['action'] === 'makeCodes').map(({ data }) => data);

const fill = async (page: Awaited<ReturnType<typeof open>>) => {
  await page.tap('.bottom-bar .btn');
  await page.fire('#courses', 'pick', { courseId: 'crs_light', title: '手机摄影' });
  await page.part('#batch').fire('#count', 'input', { value: '2' });
  await page.part('#batch').tap('.batch__make');
};

describe('batches of redeem codes', () => {
  it('shows the codes of a new batch once, to be copied together', async () => {
    const page = await open();
    const copied: string[] = [];
    page.wx['setClipboardData'] = async ({ data }: { data: string }) => copied.push(data);
    await fill(page);

    expect(made(page)[0]).toMatchObject({ item: { kind: 'course', id: 'crs_light' }, count: 2 });
    expect(page.text()).toContain('bcdf-ghjk');
    await page.part('#codes').tap('.btn--primary');
    expect(copied).toEqual([CODES.join('\n')]);
  });

  it('asks once more before codes that were not copied are gone', async () => {
    const page = await open();
    await fill(page);
    const asked: string[] = [];
    page.wx['showModal'] = ({ content, success }: Modal) => {
      asked.push(content);
      success({ confirm: false });
    };
    await page.part('#codes').part('#sheet').tap('.sheet__close');
    expect(asked).toHaveLength(1);
    expect(page.text()).toContain('bcdf-ghjk');
  });

  it('makes no batch without a course, and says so', async () => {
    const page = await open();
    await page.tap('.bottom-bar .btn');
    await page.part('#batch').tap('.batch__make');
    expect(made(page)).toEqual([]);
    expect(page.text()).toContain('请选择课程');
  });

  it('asks under a new number after a refusal', async () => {
    const page = await open(() => refused('NOT_FOUND', '内容不存在'));
    await fill(page);
    await page.part('#batch').tap('.batch__make');
    const [first, second] = made(page);
    expect(second?.['requestId']).not.toBe(first?.['requestId']);
  });
});

type Modal = { content: string; success: (answer: { confirm: boolean }) => void };
