import { given, openPage, signedIn } from '../openPage';

describe('a page for those who work in the shop (D8)', () => {
  it('shows a learner that they may not be here, with a way back, and asks for nothing', async () => {
    const page = await openPage('packages/teaching/pages/refunds', {
      answers: { getMe: signedIn('learner'), getRefunds: () => given({ items: [] }) },
    });

    expect(page.text()).toContain('没有权限');
    expect(page.text()).toContain('返回');
    expect(page.asked.map((each) => each.name)).toEqual(['getMe']);
  });
});
