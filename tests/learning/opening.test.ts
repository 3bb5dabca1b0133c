import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { FILES } from '../teaching/files';
import {
  adminOf,
  buy,
  draftOf,
  latest,
  learnerOf,
  lessonOf,
  move,
  publishedCourse,
  teacherOf,
  upload,
  withChapter,
} from '../teaching/studio';

jest.setTimeout(60_000);

let cloud: TestCloud;
let teacher: Phone;
let learner: Phone;
beforeAll(async () => {
  cloud = await openCloud();
  teacher = await teacherOf(cloud, 'oTeacher');
  learner = await learnerOf(cloud, 'oLearner');
});
afterAll(() => cloud.close());

const withoutTrace = (reply: object) => ({ ...reply, traceId: '' });
const open = (phone: Phone, lessonId = '') => phone.call('openLesson', { lessonId });

/** A course on sale with one article to try and one film. */
const courseWithFilm = async () => {
  const course = await publishedCourse(cloud, teacher, { lessons: ['导言试看'] });
  const fileId = await upload(cloud, teacher, {
    purpose: 'video',
    name: '一.mp4',
    bytes: FILES.mp4,
  });
  const draft = await latest(teacher, course.courseId);
  const film = await lessonOf(teacher, draft, { kind: 'video', title: '正片', fileId });
  return { ...course, freeId: course.lessonIds[0] ?? '', filmId: film.lessonId, fileId };
};

const removeLesson = async (courseId: string, lessonId: string) => {
  const { version, chapters } = await latest(teacher, courseId);
  const left = chapters.map(({ chapterId, title, lessons }) => ({
    chapterId,
    title,
    lessonIds: lessons.map((lesson) => lesson.lessonId).filter((id) => id !== lessonId),
  }));
  const wish = { action: 'arrange', courseId, version, chapters: left };
  dataOf(await teacher.call('editCourse', wish));
};

describe('opening a lesson', () => {
  it('S16/S26/D21: gives nothing of a lesson to who did not buy it', async () => {
    const { filmId } = await courseWithFilm();
    for (const phone of [learner, cloud.as('oPasserBy'), await teacherOf(cloud, 'oOther')]) {
      const reply = await open(phone, filmId);
      expect(codeOf(reply)).toBe('NOT_ENROLLED');
      expect(JSON.stringify(reply)).not.toMatch(/cloud:\/\/|https?:/);
    }
  });

  it('S20/S26: lets anyone try what is marked free, in one round trip for a visitor', async () => {
    const { freeId } = await courseWithFilm();
    expect(dataOf(await open(learner, freeId)).text).toBe('正文');
    let reply: Awaited<ReturnType<typeof open>> | undefined;
    const trips = await cloud.roundTrips(async () => {
      reply = await open(cloud.as('oPasserBy'), freeId);
    });
    expect(reply && dataOf(reply)).toMatchObject({ kind: 'article', text: '正文' });
    expect(trips).toBe(1);
  });

  it('S22/S26: opens for the buyer as soon as it is paid, in two round trips, others in three and later two', async () => {
    const { courseId, filmId, freeId } = await courseWithFilm();
    const buyer = await learnerOf(cloud, 'oBuyer');
    await buy(cloud, buyer, courseId);
    const atOnce = await cloud.roundTrips(async () => void (await open(buyer, freeId)));
    await cloud.advance(10 * 60_000);
    let film = dataOf(await open(buyer, freeId));
    const first = await cloud.roundTrips(async () => {
      film = dataOf(await open(buyer, filmId));
    });
    const again = await cloud.roundTrips(async () => void (await open(buyer, filmId)));
    expect(film).toMatchObject({ kind: 'video', title: '正片', previousLessonId: freeId });
    expect(film).not.toHaveProperty('nextLessonId');
    expect(new Uint8Array(await (await fetch(film.url ?? '')).arrayBuffer())).toEqual(FILES.mp4);
    // The caller with the lesson; then the place, and the first time a mark that it was opened.
    expect([atOnce, first, again]).toEqual([2, 3, 2]);
  });

  it('F92: the link ends after ten minutes, and no file id leaves the server', async () => {
    const { courseId, filmId, fileId } = await courseWithFilm();
    const buyer = await learnerOf(cloud, 'oLateViewer');
    await buy(cloud, buyer, courseId);
    const film = dataOf(await open(buyer, filmId));
    expect(JSON.stringify(film)).not.toContain('cloud://');
    const direct = await cloud.post<{ fileList: { status: number }[] }>(
      '/_local/storage/temp-urls',
      { fileList: [fileId] },
      { 'x-openid': 'oLateViewer' },
    );
    expect(direct.fileList[0]?.status).not.toBe(0);

    await cloud.advance(9 * 60_000);
    expect((await fetch(film.url ?? '')).ok).toBe(true);
    await cloud.advance(2 * 60_000);
    expect((await fetch(film.url ?? '')).ok).toBe(false);
    expect(dataOf(await open(buyer, filmId)).url).not.toBe(film.url);
  });

  it('S17: the teacher opens their own lessons, another teacher’s draft is as if it did not exist', async () => {
    const draft = await withChapter(teacher, await draftOf(teacher));
    const { lessonId } = await lessonOf(teacher, draft, { free: true });
    expect(codeOf(await open(teacher, lessonId))).toBe('OK');
    const hidden = await open(await teacherOf(cloud, 'oOther'), lessonId);
    expect(codeOf(hidden)).toBe('NOT_FOUND');
    expect(withoutTrace(hidden)).toEqual(withoutTrace(await open(learner, 'lsn_nowhere')));
  });

  it('D31: an admin opens everything, and it is written down', async () => {
    const { filmId } = await courseWithFilm();
    const admin = await adminOf(cloud);
    expect(codeOf(await open(admin, filmId))).toBe('OK');
    const entries = await cloud.documents<{ action: string; subject: string }>('audit');
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'openLesson', subject: filmId }),
    );
  });

  it('S28: a retired or removed course opens for who bought it and for nobody else', async () => {
    const { courseId, filmId, freeId } = await courseWithFilm();
    const buyer = await learnerOf(cloud, 'oKeeper');
    await buy(cloud, buyer, courseId);
    for (const step of ['retire', 'remove'] as const) {
      await move(teacher, courseId, step);
      expect(codeOf(await open(buyer, filmId))).toBe('OK');
      expect(codeOf(await open(learner, filmId))).toBe('NOT_FOUND');
      expect(codeOf(await open(learner, freeId))).toBe('NOT_FOUND');
    }
    const { items } = dataOf(await buyer.call('getLearning'));
    expect(items.map((item) => item.courseId)).toContain(courseId);
    expect(codeOf(await buyer.call('getCourse', { courseId }))).toBe('OK');
  });

  it('S28/D22: a removed lesson stays with who had it, and is not sold to who comes later', async () => {
    const { courseId, filmId } = await courseWithFilm();
    const [early, late] = [await learnerOf(cloud, 'oEarly'), await learnerOf(cloud, 'oLate')];
    await buy(cloud, early, courseId);
    await cloud.advance(1000);
    await removeLesson(courseId, filmId);
    await cloud.advance(1000);
    await buy(cloud, late, courseId);
    expect(codeOf(await open(early, filmId))).toBe('OK');
    expect(codeOf(await open(late, filmId))).toBe('NOT_FOUND');
    const outline = async (phone: Phone) =>
      dataOf(await phone.call('getCourse', { courseId })).course.outline.map(
        ({ lessonId }) => lessonId,
      );
    expect(await outline(early)).toContain(filmId);
    expect(await outline(late)).not.toContain(filmId);
  });

  it('F94: lays a mark over it that tells copies apart and names nobody', async () => {
    const { freeId } = await courseWithFilm();
    const marks = [
      dataOf(await open(learner, freeId)).watermark,
      dataOf(await open(cloud.as('oPasserBy'), freeId)).watermark,
    ];
    expect(new Set(marks).size).toBe(2);
    expect(marks.join()).not.toMatch(/oLearner|oPasserBy/);
  });
});
