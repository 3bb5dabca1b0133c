import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const lesson = (lessonId: string) => ({
  lessonId,
  title: `课时 ${lessonId}`,
  kind: 'video',
  free: false,
  minutes: 3,
});

const draft = {
  courseId: 'crs_one',
  version: 4,
  title: '数据分析入门',
  chapters: [
    { chapterId: 'chp_one', title: '第一章', lessons: [lesson('les_one'), lesson('les_two')] },
    { chapterId: 'chp_two', title: '第二章', lessons: [] },
  ],
};

const open = (answers: Answers) =>
  openPage('packages/teaching/pages/outline', {
    query: { courseId: 'crs_one' },
    answers: {
      getMe: signedIn('teacher'),
      getCourseDraft: () => given(draft),
      ...answers,
    },
  });

const arranged = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.find((each) => each.name === 'editCourse')?.data;

/** The arrows and bin of a chapter's head come first: up, down, rename, remove. */
const MOVE_SECOND_LESSON_DOWN = 8;

describe('the outline of a course (S19)', () => {
  it('stores a new order in one change, made on the version that was read', async () => {
    const page = await open({ editCourse: () => given({ ...draft, version: 5 }) });

    await page.tap('.bottom-bar .btn');
    await page.tap('.tool', MOVE_SECOND_LESSON_DOWN);
    expect(arranged(page)).toBeUndefined();
    await page.tap('.btn--primary');

    expect(arranged(page)).toEqual({
      action: 'arrange',
      courseId: 'crs_one',
      version: 4,
      chapters: [
        { chapterId: 'chp_one', title: '第一章', lessonIds: ['les_one'] },
        { chapterId: 'chp_two', title: '第二章', lessonIds: ['les_two'] },
      ],
    });
    expect(page.data).toMatchObject({ version: 5, arranging: false });
  });

  it('puts everything back when arranging is given up', async () => {
    const page = await open({});

    await page.tap('.bottom-bar .btn');
    await page.tap('.tool', MOVE_SECOND_LESSON_DOWN);
    await page.tap('.bottom-bar .btn');

    expect(page.data['chapters']).toEqual(draft.chapters);
  });

  it('loads the newest outline when it was changed elsewhere meanwhile', async () => {
    let newest = draft;
    const page = await open({
      getCourseDraft: () => given(newest),
      editCourse: () => refused('CHANGED_MEANWHILE', '内容刚刚被修改过'),
    });

    await page.tap('.bottom-bar .btn');
    newest = { ...draft, version: 9, chapters: [] };
    await page.tap('.btn--primary');

    expect(page.data).toMatchObject({ version: 9, chapters: [], arranging: false });
  });
});
