import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import type { Progress } from '../../server/learning/progress';
import { FILES } from '../teaching/files';
import {
  buy,
  latest,
  learnerOf,
  lessonOf,
  move,
  publishedCourse,
  teacherOf,
  upload,
} from '../teaching/studio';

jest.setTimeout(60_000);

let cloud: TestCloud;
let teacher: Phone;
beforeAll(async () => {
  cloud = await openCloud();
  teacher = await teacherOf(cloud, 'oTeacher');
});
afterAll(() => cloud.close());

const SECOND = 1000;

/** A course with one film of unknown length and an article, owned by the learner. */
const owned = async (learner: Phone) => {
  const { courseId, lessonIds } = await publishedCourse(cloud, teacher, { lessons: ['读物'] });
  const film = { purpose: 'video', name: 'a.mp4', bytes: FILES.mp4 } as const;
  const fileId = await upload(cloud, teacher, film);
  const draft = await latest(teacher, courseId);
  const { lessonId } = await lessonOf(teacher, draft, { kind: 'video', fileId, minutes: 1 });
  await buy(cloud, learner, courseId);
  return { courseId, articleId: lessonIds[0] ?? '', filmId: lessonId };
};

const beat = async (phone: Phone, lessonId: string, position: number, sitting = 'sitting-1') =>
  dataOf(await phone.call('saveProgress', { lessonId, position, length: 40, sitting }));

/** Watches a film of forty seconds on the server's clock. */
const watch = async (phone: Phone, lessonId: string, until = 40) => {
  let last = await beat(phone, lessonId, 0);
  for (let position = 10; position <= until; position += 10) {
    await cloud.advance(10 * SECOND);
    last = await beat(phone, lessonId, position);
  }
  return last;
};

describe('saving progress', () => {
  it('X10: finishes a film that was watched, in three round trips a beat', async () => {
    const learner = await learnerOf(cloud, 'oWatcher');
    const { filmId } = await owned(learner);
    expect(await watch(learner, filmId)).toEqual({ percent: 100, finished: true });
    const trips = await cloud.roundTrips(() => beat(learner, filmId, 40));
    expect(trips).toBe(3);
  });

  it('X10/F9: gives a forger nothing for claiming, jumping or repeating', async () => {
    const forger = await learnerOf(cloud, 'oForger');
    const { filmId, courseId } = await owned(forger);
    for (const position of [0, 40, 40, 0, 40]) {
      const { percent } = await beat(forger, filmId, position);
      expect(percent).toBe(0);
    }
    const sittings = ['window-1', 'window-2', 'window-3'];
    for (let position = 0; position <= 40; position += 10) {
      for (const sitting of sittings) await beat(forger, filmId, position, sitting);
      await cloud.advance(5 * SECOND);
    }
    const { items } = dataOf(await forger.call('getLearning'));
    expect(items.find((item) => item.courseId === courseId)?.percent).toBe(0);
  });

  it('S8: goes on on another device where the first one left', async () => {
    const learner = await learnerOf(cloud, 'oTwoDevices');
    const { filmId, courseId } = await owned(learner);
    await watch(learner, filmId, 20);
    expect(dataOf(await learner.call('openLesson', { lessonId: filmId })).position).toBe(20);
    expect(dataOf(await learner.call('getCourse', { courseId })).resumeLessonId).toBe(filmId);
  });

  it('S16: is for those who may open the lesson', async () => {
    const { filmId } = await owned(await learnerOf(cloud, 'oOwner'));
    const wish = { lessonId: filmId, position: 1, length: 40, sitting: 'sitting-1' };
    const stranger = await learnerOf(cloud, 'oStranger');
    expect(codeOf(await stranger.call('saveProgress', wish))).toBe('NOT_ENROLLED');
    expect(codeOf(await cloud.as('oNobody').call('saveProgress', wish))).toBe('NOT_LOGGED_IN');
    expect(codeOf(await stranger.call('saveProgress', { ...wish, lessonId: 'lsn_nowhere' }))).toBe(
      'NOT_FOUND',
    );
  });

  it('keeps one document of a person and a course, however many beats come at once', async () => {
    const learner = await learnerOf(cloud, 'oBusy');
    const { filmId, articleId, courseId } = await owned(learner);
    await Promise.all([beat(learner, filmId, 0), beat(learner, articleId, 0, 'sitting-2')]);
    const kept = (await cloud.documents<Progress>('progress')).filter(
      (progress) => progress.courseId === courseId,
    );
    expect(kept).toHaveLength(1);
    expect(Object.keys(kept[0]?.percents ?? {}).sort()).toEqual([articleId, filmId].sort());
  });
});

describe('a learner’s own courses', () => {
  it('S8: lists them last studied first, with where to go on, in two round trips', async () => {
    const learner = await learnerOf(cloud, 'oShelf');
    const first = await owned(learner);
    await cloud.advance(SECOND);
    const second = await owned(learner);
    await cloud.advance(SECOND);
    await watch(learner, first.filmId);

    let items: { courseId: string }[] = [];
    const trips = await cloud.roundTrips(async () => {
      ({ items } = dataOf(await learner.call('getLearning')));
    });
    expect(trips).toBe(2);
    expect(items).toMatchObject([
      {
        courseId: first.courseId,
        source: 'bought',
        lessonCount: 2,
        finishedLessons: 1,
        percent: 50,
        resumeLessonId: first.articleId,
      },
      { courseId: second.courseId, percent: 0, resumeLessonId: second.articleId },
    ]);
  });

  it('does not list a course of which only a free lesson was tried', async () => {
    const learner = await learnerOf(cloud, 'oTaster');
    const { courseId, lessonIds } = await publishedCourse(cloud, teacher, { lessons: ['试看'] });
    dataOf(await learner.call('openLesson', { lessonId: lessonIds[0] ?? '' }));
    const { items } = dataOf(await learner.call('getLearning'));
    expect(items.map((item) => item.courseId)).not.toContain(courseId);
  });

  it('lists what a teacher teaches and has opened, until it is removed', async () => {
    const { courseId, lessonIds } = await publishedCourse(cloud, teacher);
    dataOf(await teacher.call('openLesson', { lessonId: lessonIds[0] ?? '' }));
    const mine = async () =>
      dataOf(await teacher.call('getLearning')).items.find((item) => item.courseId === courseId);
    expect(await mine()).toMatchObject({ source: 'teaching' });
    await move(teacher, courseId, 'remove');
    expect(await mine()).toBeUndefined();
  });
});
