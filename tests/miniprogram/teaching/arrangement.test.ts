import {
  addChapter,
  arrangementOf,
  moveChapter,
  moveLesson,
  removeChapter,
  removeLesson,
  renameChapter,
  type Chapter,
} from '../../../miniprogram/packages/teaching/pages/outline/arrangement';

const aLesson = (lessonId: string) => ({
  lessonId,
  title: lessonId,
  kind: 'video' as const,
  free: false,
  minutes: 5,
});

const aChapter = (name: string, ...lessons: string[]): Chapter => ({
  chapterId: `chp_${name}`,
  title: name,
  lessons: lessons.map(aLesson),
});

const outline = (): readonly Chapter[] => [aChapter('one', 'l1', 'l2'), aChapter('two', 'l3')];

const lessonsOf = (chapters: readonly Chapter[]) =>
  chapters.map((chapter) => chapter.lessons.map((lesson) => lesson.lessonId));

describe('arranging an outline (S19)', () => {
  it('swaps a lesson with its neighbour', () => {
    const moved = moveLesson(outline(), { chapter: 0, lesson: 1 }, -1);

    expect(lessonsOf(moved)).toEqual([['l2', 'l1'], ['l3']]);
  });

  it('carries a lesson past the edge into the next chapter, and back', () => {
    const down = moveLesson(outline(), { chapter: 0, lesson: 1 }, 1);
    const back = moveLesson(down, { chapter: 1, lesson: 0 }, -1);

    expect(lessonsOf(down)).toEqual([['l1'], ['l2', 'l3']]);
    expect(lessonsOf(back)).toEqual([['l1', 'l2'], ['l3']]);
  });

  it('keeps the outline as it is at either end', () => {
    expect(lessonsOf(moveLesson(outline(), { chapter: 0, lesson: 0 }, -1))).toEqual(
      lessonsOf(outline()),
    );
    expect(lessonsOf(moveLesson(outline(), { chapter: 1, lesson: 0 }, 1))).toEqual(
      lessonsOf(outline()),
    );
    expect(moveChapter(outline(), 0, -1).map((chapter) => chapter.title)).toEqual(['one', 'two']);
  });

  it('moves a chapter with its lessons', () => {
    const moved = moveChapter(outline(), 0, 1);

    expect(moved.map((chapter) => chapter.title)).toEqual(['two', 'one']);
    expect(lessonsOf(moved)).toEqual([['l3'], ['l1', 'l2']]);
  });

  it('never loses or doubles a lesson, whatever is moved', () => {
    const places = [
      { chapter: 0, lesson: 0 },
      { chapter: 0, lesson: 1 },
      { chapter: 1, lesson: 0 },
      { chapter: 7, lesson: 7 },
    ];
    for (const place of places)
      for (const step of [-1, 1] as const)
        expect(
          lessonsOf(moveLesson(outline(), place, step))
            .flat()
            .sort(),
        ).toEqual(['l1', 'l2', 'l3']);
  });

  it('sends chapters in order with their lessons by id; a new one has no id yet', () => {
    const changed = addChapter(renameChapter(outline(), 0, '第一章'), '附录');

    expect(arrangementOf(changed)).toEqual([
      { chapterId: 'chp_one', title: '第一章', lessonIds: ['l1', 'l2'] },
      { chapterId: 'chp_two', title: 'two', lessonIds: ['l3'] },
      { title: '附录', lessonIds: [] },
    ]);
  });

  it('takes away one lesson, or a chapter with all of its lessons', () => {
    expect(lessonsOf(removeLesson(outline(), { chapter: 0, lesson: 0 }))).toEqual([['l2'], ['l3']]);
    expect(lessonsOf(removeChapter(outline(), 0))).toEqual([['l3']]);
  });
});
