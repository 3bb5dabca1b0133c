import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../../server/learning/lesson';
import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { FILES } from './files';
import {
  buy,
  draftOf,
  latest,
  learnerOf,
  lessonOf,
  newRequest,
  publishedCourse,
  put,
  teacherOf,
  upload,
  withChapter,
} from './studio';

let cloud: TestCloud;
let teacher: Phone;
let rival: Phone;
beforeAll(async () => {
  cloud = await openCloud();
  teacher = await teacherOf(cloud, 'oTeacher');
  rival = await teacherOf(cloud, 'oRival');
});
afterAll(() => cloud.close());

const withoutTrace = (reply: object) => ({ ...reply, traceId: '' });
const freshDraft = async () => withChapter(teacher, await draftOf(teacher));
const video = (phone: Phone, bytes: Uint8Array = FILES.mp4) =>
  upload(cloud, phone, { purpose: 'video', name: '第一讲.MP4', bytes });

type Saved = Awaited<ReturnType<typeof lessonOf>>;
const saving = (lesson: Saved, more: object) => ({
  requestId: newRequest(),
  courseId: lesson.courseId,
  chapterId: lesson.chapterId,
  lessonId: lesson.lessonId,
  title: lesson.title,
  kind: lesson.kind,
  free: lesson.free,
  minutes: lesson.minutes,
  ...more,
});

describe('preparing an upload', () => {
  it.each([
    ['video', 'a.mp4', 1000, 'OK'],
    ['video', 'a.exe', 1000, 'FILE_NOT_ACCEPTED'],
    ['video', 'a.mp4', 1_900_000_000, 'FILE_NOT_ACCEPTED'],
    ['audio', 'a.mp3', 1000, 'OK'],
    ['document', 'a.pdf', 60 * 1024 * 1024, 'FILE_NOT_ACCEPTED'],
    ['cover', 'a.webp', 1000, 'OK'],
    ['cover', '../../a.svg', 1000, 'FILE_NOT_ACCEPTED'],
  ])('S25: answers %s %s of %i bytes with %s', async (purpose, fileName, bytes, code) => {
    expect(codeOf(await teacher.call('prepareUpload', { purpose, fileName, bytes }))).toBe(code);
  });

  it('gives a new place each time, and a learner only one for an avatar', async () => {
    const learner = await learnerOf(cloud, 'oUploader');
    const film = { purpose: 'video', fileName: 'a.mp4', bytes: 9 };
    const face = { purpose: 'avatar', fileName: '我.jpg', bytes: 9 };
    expect(codeOf(await learner.call('prepareUpload', film))).toBe('NOT_ALLOWED');
    const [a, b] = [
      dataOf(await learner.call('prepareUpload', face)).cloudPath,
      dataOf(await learner.call('prepareUpload', face)).cloudPath,
    ];
    expect(a).toMatch(/^images\/[0-9a-f]{24}\/file_[a-z0-9]{20}\.jpg$/);
    expect(a).not.toBe(b);
  });
});

describe('adding a lesson', () => {
  it('S25/D20: a film belongs to its lesson, with size and name, behind a private link', async () => {
    const draft = await freshDraft();
    const lesson = await lessonOf(teacher, draft, {
      kind: 'video',
      fileId: await video(teacher),
      fileName: '第一讲.mp4',
    });
    expect(lesson).toMatchObject({ kind: 'video', contentVersion: 1 });
    expect(lesson.file).toMatchObject({ name: '第一讲.mp4', bytes: FILES.mp4.length });
    const response = await fetch(lesson.file?.url ?? '');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(FILES.mp4);
    expect((await latest(teacher, draft.courseId)).chapters[0]?.lessons).toMatchObject([
      { lessonId: lesson.lessonId, kind: 'video' },
    ]);
  });

  it('F9: the length of a film is measured in the film, whatever is said of it', async () => {
    const bytes = readFileSync(join(__dirname, '../../scripts/seed/demo/media/cloudbase-1.mp4'));
    const fileId = await video(teacher, bytes);
    const lesson = await lessonOf(teacher, await freshDraft(), { kind: 'video', fileId });
    const stored = (await cloud.documents<Lesson>('lessons')).find(
      ({ _id }) => _id === lesson.lessonId,
    );
    expect(stored?.content.file).toMatchObject({ bytes: bytes.length, seconds: 65 });
  });

  it('S25: takes no file that is not what its name says, is another’s, or is not there', async () => {
    const draft = await freshDraft();
    const add = async (fileId: string, kind = 'video') =>
      codeOf(
        await teacher.call('saveLesson', {
          requestId: newRequest(),
          courseId: draft.courseId,
          chapterId: draft.chapters[0]?.chapterId,
          title: '课',
          kind,
          free: false,
          minutes: 1,
          fileId,
        }),
      );
    const mine = await video(teacher);
    expect(await add(await video(teacher, FILES.script))).toBe('FILE_NOT_ACCEPTED');
    expect(await add(await video(rival))).toBe('FILE_NOT_ACCEPTED');
    expect(await add(await put(cloud, teacher, 'content/oTeacher/a.mp4', FILES.mp4))).toBe(
      'FILE_NOT_ACCEPTED',
    );
    expect(await add(mine.replace('.mp4', 'x.mp4'))).toBe('FILE_NOT_UPLOADED');
    expect(await add(mine, 'document')).toBe('FILE_NOT_ACCEPTED');
    expect(await add(mine)).toBe('OK');
  });

  it('needs a text for an article and a file for a film', async () => {
    const draft = await freshDraft();
    const bare = {
      courseId: draft.courseId,
      chapterId: draft.chapters[0]?.chapterId,
      title: '课',
      free: false,
      minutes: 1,
    };
    for (const kind of ['article', 'ebook', 'video', 'audio', 'document']) {
      const reply = await teacher.call('saveLesson', { ...bare, kind, requestId: newRequest() });
      expect(codeOf(reply)).toBe('INVALID_INPUT');
    }
  });

  it('answers the same request again with the same lesson, once in the outline', async () => {
    const draft = await freshDraft();
    const requestId = newRequest();
    const first = await lessonOf(teacher, draft, { requestId });
    const again = await lessonOf(teacher, draft, { requestId });
    expect(again.lessonId).toBe(first.lessonId);
    expect((await latest(teacher, draft.courseId)).chapters[0]?.lessons).toHaveLength(1);
  });

  it('loses none of several lessons that are added at once', async () => {
    const draft = await freshDraft();
    await Promise.all([1, 2, 3].map((n) => lessonOf(teacher, draft, { title: `同时${n}` })));
    const titles = (await latest(teacher, draft.courseId)).chapters[0]?.lessons.map(
      ({ title }) => title,
    );
    expect(titles?.sort()).toEqual(['同时1', '同时2', '同时3']);
  });

  it('S17/D5: another teacher can neither see nor save it, as if it did not exist', async () => {
    const lesson = await lessonOf(teacher, await freshDraft());
    const seen = await rival.call('getLessonDraft', { lessonId: lesson.lessonId });
    const missing = await rival.call('getLessonDraft', { lessonId: 'lsn_nowhere' });
    expect(codeOf(seen)).toBe('NOT_FOUND');
    expect(withoutTrace(seen)).toEqual(withoutTrace(missing));
    const theft = await rival.call('saveLesson', saving(lesson, { text: '改掉' }));
    expect(codeOf(theft)).toBe('NOT_FOUND');
  });

  it('S17: a lesson is not moved into another course by naming it there', async () => {
    const lesson = await lessonOf(teacher, await freshDraft());
    const own = await withChapter(rival, await draftOf(rival));
    const chapterId = own.chapters[0]?.chapterId;
    const theft = saving(lesson, { courseId: own.courseId, chapterId, text: '我的了' });
    expect(codeOf(await rival.call('saveLesson', theft))).toBe('NOT_FOUND');
  });

  it('refuses words that WeChat rejects', async () => {
    const draft = await freshDraft();
    const lesson = await lessonOf(teacher, draft);
    const refused = await teacher.call('saveLesson', saving(lesson, { text: '来赌博' }));
    expect(codeOf(refused)).toBe('CONTENT_REJECTED');
  });
});

describe('changing a lesson', () => {
  it('S27/S7: learners see new content at once, and the old can be taken up again', async () => {
    const { courseId, lessonIds } = await publishedCourse(cloud, teacher);
    const lessonId = lessonIds[0] ?? '';
    const learner = await learnerOf(cloud, 'oReader');
    await buy(cloud, learner, courseId);
    const text = async () => dataOf(await learner.call('openLesson', { lessonId })).text;
    expect(await text()).toBe('正文');

    const first = dataOf(await teacher.call('getLessonDraft', { lessonId }));
    const second = dataOf(
      await teacher.call('saveLesson', saving(first, { text: '新的正文', note: '补充例子' })),
    );
    expect(await text()).toBe('新的正文');
    expect(second.versions).toMatchObject([
      { contentVersion: 2, note: '补充例子', current: true },
      { contentVersion: 1, current: false },
    ]);

    const third = dataOf(await teacher.call('saveLesson', saving(second, { restoreVersion: 1 })));
    expect(third).toMatchObject({ contentVersion: 3, text: '正文' });
    expect(await text()).toBe('正文');
    const back = dataOf(await teacher.call('saveLesson', saving(third, { restoreVersion: 2 })));
    expect(back).toMatchObject({ contentVersion: 4, text: '新的正文' });
  });

  it('S27: lets one of two savers win, and keeps every version', async () => {
    const lesson = await lessonOf(teacher, await freshDraft());
    const replies = await Promise.all(
      ['甲', '乙'].map((text) => teacher.call('saveLesson', saving(lesson, { text }))),
    );
    const winners = replies.filter(({ ok }) => ok).length;
    const { versions } = dataOf(
      await teacher.call('getLessonDraft', { lessonId: lesson.lessonId }),
    );
    expect(winners).toBeGreaterThanOrEqual(1);
    expect(versions).toHaveLength(1 + winners);
  });

  it('makes no new version of what is only called otherwise', async () => {
    const lesson = await lessonOf(teacher, await freshDraft());
    const renamed = dataOf(
      await teacher.call('saveLesson', saving(lesson, { title: '新名字', free: true })),
    );
    expect(renamed).toMatchObject({ title: '新名字', free: true, contentVersion: 1 });
    const [chapter] = (await latest(teacher, lesson.courseId)).chapters;
    expect(chapter?.lessons).toMatchObject([{ title: '新名字', free: true }]);
  });

  it('turns an article into a film, and the outline says so', async () => {
    const lesson = await lessonOf(teacher, await freshDraft());
    const film = saving(lesson, { kind: 'video', fileId: await video(teacher) });
    expect(dataOf(await teacher.call('saveLesson', film))).toMatchObject({
      kind: 'video',
      contentVersion: 2,
    });
    const [chapter] = (await latest(teacher, lesson.courseId)).chapters;
    expect(chapter?.lessons[0]?.kind).toBe('video');
  });
});
