import { given, openPage, refused, type Answers } from '../openPage';

Object.assign((globalThis as unknown as { wx: object }).wx, {
  setVisualEffectOnCapture: () => undefined,
});

const lesson = (lessonId: string, kind: string) => ({
  lessonId,
  courseId: 'crs_light',
  title: `课时 ${lessonId}`,
  kind,
  ...(kind === 'document' ? { url: 'https://files/one', fileName: '讲义.pdf' } : { text: '正文' }),
  contentVersion: 1,
  position: 0,
  watermark: '小满',
});

const listed = (lessonId: string) => ({
  lessonId,
  chapterId: 'chp_one',
  chapterTitle: '第一章',
  title: `课时 ${lessonId}`,
  kind: 'document',
  free: false,
  minutes: 5,
});

const open = async (kind: string) => {
  const answers: Answers = {
    openLesson: () => given(lesson('les_one', kind)),
    getCourse: () =>
      given({
        course: {
          title: '手机摄影',
          teacher: { nickname: '周老师' },
          lessonCount: 2,
          outline: [listed('les_one'), listed('les_two')],
        },
        owned: true,
      }),
    recordEvents: () => given({}),
  };
  const page = await openPage('packages/study/pages/lesson', {
    query: { lessonId: 'les_one' },
    answers,
  });
  const wentTo: string[] = [];
  Object.assign(page.wx, { redirectTo: ({ url }: { url: string }) => wentTo.push(url) });
  return { page, wentTo };
};

describe('the page of a lesson', () => {
  it('S26: has the other lessons of its course below it, one tap away', async () => {
    const { page, wentTo } = await open('document');
    await page.settled();
    expect(page.text()).toMatch(/课程目录.*共 2 节.*课时 les_two/);
    await page.part('#next').tap('.lesson', 1);
    expect(wentTo).toEqual([
      '/packages/study/pages/lesson/index?lessonId=les_two&courseId=crs_light',
    ]);
  });

  it('stays where it is when the lesson tapped is the one on screen', async () => {
    const { page, wentTo } = await open('document');
    await page.settled();
    await page.part('#next').tap('.lesson', 0);
    expect(wentTo).toEqual([]);
  });

  it.each([
    [{ courseId: 'crs_light' }, '/packages/buying/pages/course/index?courseId=crs_light'],
    [{}, '/pages/discover/index'],
  ])('leads on from a closed lesson: %j to %s', async (known, there) => {
    const page = await openPage('packages/study/pages/lesson', {
      query: { lessonId: 'les_one', ...known },
      answers: {
        openLesson: () => refused('NOT_ENROLLED', '请先购买'),
        recordEvents: () => given({}),
      },
    });
    const wentTo: string[] = [];
    const go = ({ url }: { url: string }) => wentTo.push(url);
    Object.assign(page.wx, { navigateTo: go, switchTab: go });
    await page.settled();
    expect(page.text()).toContain('购买课程后可以学习');
    await page.tap('.btn--primary');
    expect(wentTo).toEqual([there]);
  });

  it('leaves the screen to the text where there is one to read', async () => {
    const { page } = await open('article');
    await page.settled();
    expect(page.text()).not.toContain('课程目录');
  });
});
