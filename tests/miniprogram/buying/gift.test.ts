import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const course = {
  courseId: 'crs_light',
  title: '手机摄影',
  teacher: { nickname: '苏晚晴' },
  lessonCount: 3,
};
const item = { kind: 'course', id: 'crs_light', title: '手机摄影' };
const visitor = () => given({ unreadNotices: 0, cameByLogin: false, messageTemplates: {} });

const open = (answers: Answers) =>
  openPage('packages/buying/pages/gift', {
    query: { code: 'bcdf-ghjk', courseId: 'crs_light', giver: '%E5%B0%8F%E6%9E%97' },
    answers: {
      getMe: signedIn('learner'),
      getCourse: () => given({ course, owned: false }),
      recordEvents: () => given({ recorded: 1 }),
      redeem: () => given({ kind: 'gift', item }),
      ...answers,
    },
  });

describe('claiming a gift', () => {
  it('tells what it is and from whom, and asks nothing of a visitor before the tap', async () => {
    const page = await open({ getMe: visitor });
    for (const words of ['小林 送你一份礼物', '手机摄影', '苏晚晴'])
      expect(page.text()).toContain(words);
    expect(page.asked.map(({ name }) => name)).toEqual(['getCourse']);
  });

  it('is one tap for a visitor, who is registered by it', async () => {
    let known = false;
    const page = await open({
      getMe: () => (known ? signedIn('learner')() : visitor()),
      register: () => {
        known = true;
        return given({});
      },
    });
    await page.tap('.btn--primary');
    expect(page.asked.map(({ name }) => name)).toContain('redeem');
    expect(page.text()).toContain('礼物已收下');
  });

  it('says so when it is gone', async () => {
    const page = await open({ redeem: () => refused('CODE_NOT_USABLE', '已被领取或已过期') });
    await page.tap('.btn--primary');
    expect(page.text()).toContain('已被领取或已过期');
  });
});
