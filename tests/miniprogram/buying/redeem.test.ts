import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const open = (redeem: Answers[string]) =>
  openPage('packages/buying/pages/redeem', {
    answers: { getMe: signedIn('learner'), redeem },
  });

const asked = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.filter(({ name }) => name === 'redeem').map(({ data }) => data);

const CODE = 'bcdf-ghjk-mnpq-rstv';

describe('entering a redeem code', () => {
  it('leads to the course once it is redeemed', async () => {
    const item = { kind: 'course', id: 'crs_light', title: '手机摄影' };
    const page = await open(() => given({ kind: 'code', item, orderId: 'ord_one' }));
    const places: string[] = [];
    page.wx['redirectTo'] = ({ url }: { url: string }) => places.push(url);

    await page.fire('.redeem__input', 'input', { value: ` ${CODE} ` });
    await page.tap('.btn--primary');
    expect(asked(page)).toEqual([{ code: CODE }]);
    expect(page.text()).toContain('手机摄影');

    await page.tap('.btn--primary');
    expect(places).toEqual(['/packages/buying/pages/course/index?courseId=crs_light']);
  });

  it('takes the code from the clipboard', async () => {
    const page = await open(() => refused('CODE_NOT_USABLE', '兑换码不正确、已使用或已过期'));
    page.wx['getClipboardData'] = async () => ({ data: `${CODE}\n` });
    await page.tap('.redeem__paste');
    await page.tap('.btn--primary');
    expect(asked(page)).toEqual([{ code: CODE }]);
    expect(page.text()).toContain('兑换码不正确、已使用或已过期');
  });

  it('asks nothing for half a code', async () => {
    const page = await open(() => given({}));
    await page.fire('.redeem__input', 'input', { value: 'bcdf' });
    await page.tap('.btn--primary');
    expect(asked(page)).toEqual([]);
    expect(page.text()).toContain('请输入完整的兑换码');
  });

  it('says how long one who guessed too often has to wait', async () => {
    const page = await open(() => refused('RATE_LIMITED', '操作太频繁，请稍后再试'));
    await page.fire('.redeem__input', 'input', { value: CODE });
    await page.tap('.btn--primary');
    expect(page.text()).toContain('请一小时后再试');
  });
});
