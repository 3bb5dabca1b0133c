import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { FILES } from './files';
import {
  adminOf,
  categoryOf,
  coverOf,
  draftOf,
  latest,
  learnerOf,
  lessonOf,
  move,
  newRequest,
  publishedCourse,
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
const changing = (draft: Awaited<ReturnType<typeof draftOf>>, more: object = {}) => ({
  action: 'change',
  courseId: draft.courseId,
  version: draft.version,
  title: draft.title,
  subtitle: draft.subtitle,
  introduction: draft.introduction,
  price: draft.price,
  memberFree: draft.memberFree,
  ...more,
});

describe('making a course', () => {
  it('S19/D9: makes a draft with price, category and cover in two round trips', async () => {
    const [categoryId, cover] = [
      await categoryOf(cloud, '编程开发'),
      await coverOf(cloud, teacher),
    ];
    let draft: Awaited<ReturnType<typeof draftOf>> | undefined;
    const trips = await cloud.roundTrips(async () => {
      draft = await draftOf(teacher, { title: '从零开始', price: 9900, categoryId, cover });
    });
    expect(draft).toMatchObject({ status: 'draft', version: 1, price: 9900, categoryId, cover });
    expect(trips).toBe(2);
  });

  it('answers the same request again with the same course, and refuses it for another course', async () => {
    const requestId = newRequest();
    const first = await draftOf(teacher, { requestId, title: '只有一门' });
    expect(await draftOf(teacher, { requestId, title: '只有一门' })).toEqual(first);
    const other = {
      action: 'create',
      requestId,
      title: '另一门课',
      subtitle: '',
      introduction: '',
    };
    const reply = await teacher.call('editCourse', { ...other, price: 0, memberFree: false });
    expect(codeOf(reply)).toBe('REQUEST_REUSED');
  });

  it('S15/D5: is for teachers alone', async () => {
    const learner = await learnerOf(cloud, 'oOnlyLearner');
    const wish = { action: 'create', requestId: 'r', title: '我也开课', subtitle: '' };
    const all = { ...wish, introduction: '', price: 0, memberFree: false };
    expect(codeOf(await learner.call('editCourse', all))).toBe('NOT_ALLOWED');
    expect(codeOf(await cloud.as('oStranger').call('editCourse', all))).toBe('NOT_LOGGED_IN');
  });

  it('refuses a category that is not there, and words that WeChat rejects or doubts', async () => {
    const draft = await draftOf(teacher);
    const refused = async (more: object) =>
      codeOf(await teacher.call('editCourse', changing(draft, more)));
    expect(await refused({ categoryId: 'cat_nowhere' })).toBe('NOT_FOUND');
    expect(await refused({ title: '赌博入门' })).toBe('CONTENT_REJECTED');
    expect(await refused({ introduction: '详情加微信' })).toBe('CONTENT_REJECTED');
  });

  it('D4: takes no owner, status or count from the phone', async () => {
    const draft = await draftOf(teacher);
    for (const more of [{ teacherId: 'usr_other' }, { status: 'published' }, { learnerCount: 9 }]) {
      const reply = await teacher.call('editCourse', changing(draft, more));
      expect(codeOf(reply)).toBe('INVALID_INPUT');
    }
  });
});

describe('covers', () => {
  it('S25/D20: takes a picture of the caller’s own and nothing else', async () => {
    const draft = await draftOf(teacher);
    const disguised = { purpose: 'cover', name: 'x.png', bytes: FILES.script } as const;
    const fake = await upload(cloud, teacher, disguised);
    const foreign = await coverOf(cloud, rival);
    const missing = (await coverOf(cloud, teacher)).replace(/file_\w+/, 'file_gone');
    const refused = async (cover: string) =>
      codeOf(await teacher.call('editCourse', changing(draft, { cover })));
    expect(await refused(fake)).toBe('FILE_NOT_ACCEPTED');
    expect(await refused(foreign)).toBe('FILE_NOT_ACCEPTED');
    expect(await refused(missing)).toBe('FILE_NOT_UPLOADED');
    expect(await refused(await coverOf(cloud, teacher))).toBe('OK');
  });

  it('shows nobody’s WeChat identity in a public address', async () => {
    expect(await coverOf(cloud, teacher)).not.toContain('oTeacher');
  });
});

describe('changing a course', () => {
  it('S17/D5: another teacher’s course is as if it did not exist', async () => {
    const draft = await draftOf(teacher);
    const existing = await rival.call('editCourse', changing(draft, { title: '被改的课' }));
    const missing = await rival.call(
      'editCourse',
      changing({ ...draft, courseId: 'crs_nowhere' }, { title: '被改的课' }),
    );
    expect(codeOf(existing)).toBe('NOT_FOUND');
    expect(withoutTrace(existing)).toEqual(withoutTrace(missing));
    const read = await rival.call('getCourseDraft', { courseId: draft.courseId });
    expect(withoutTrace(read)).toEqual(
      withoutTrace(await rival.call('getCourseDraft', { courseId: 'crs_nowhere' })),
    );
    expect(await latest(teacher, draft.courseId)).toEqual(draft);
  });

  it('refuses a change that was made on an older version, and answers a repeated one', async () => {
    const draft = await draftOf(teacher);
    const first = changing(draft, { title: '第一次修改' });
    const done = dataOf(await teacher.call('editCourse', first));
    expect(done).toMatchObject({ title: '第一次修改', version: draft.version + 1 });
    expect(dataOf(await teacher.call('editCourse', first))).toEqual(done);
    const late = await teacher.call('editCourse', changing(draft, { title: '迟到的修改' }));
    expect(codeOf(late)).toBe('CHANGED_MEANWHILE');
  });

  it('lets exactly one of many changes at once win', async () => {
    const draft = await draftOf(teacher);
    const replies = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        teacher.call('editCourse', changing(draft, { title: `同时修改${n}` })),
      ),
    );
    expect(replies.map(codeOf).filter((code) => code === 'OK')).toHaveLength(1);
    expect((await latest(teacher, draft.courseId)).version).toBe(draft.version + 1);
  });

  it('takes away the seats and the cover that are no longer named', async () => {
    const cover = await coverOf(cloud, teacher);
    const draft = await draftOf(teacher, { seatCap: 5, cover });
    const after = dataOf(await teacher.call('editCourse', changing(draft)));
    expect(after).not.toHaveProperty('seatCap');
    expect(after).not.toHaveProperty('cover');
    expect(await latest(teacher, draft.courseId)).toEqual(after);
  });

  it('lets an admin change it too', async () => {
    const draft = await draftOf(teacher);
    const admin = await adminOf(cloud);
    const reply = await admin.call('editCourse', changing(draft, { title: '店长改过的课' }));
    expect(dataOf(reply).title).toBe('店长改过的课');
  });
});

describe('publishing', () => {
  it('needs a cover, a category and a lesson', async () => {
    const draft = await withChapter(teacher, await draftOf(teacher));
    const publish = async () => {
      const { version } = await latest(teacher, draft.courseId);
      const wish = { action: 'publish', courseId: draft.courseId, version };
      return codeOf(await teacher.call('editCourse', wish));
    };
    expect(await publish()).toBe('COURSE_NOT_READY');
    await lessonOf(teacher, draft);
    expect(await publish()).toBe('COURSE_NOT_READY');
    const cover = await coverOf(cloud, teacher);
    const categoryId = await categoryOf(cloud, '编程开发');
    const filled = changing(await latest(teacher, draft.courseId), { cover, categoryId });
    dataOf(await teacher.call('editCourse', filled));
    expect(await publish()).toBe('OK');
  });

  it('does not let a course on sale lose what it needs', async () => {
    const { courseId } = await publishedCourse(cloud, teacher);
    const draft = await latest(teacher, courseId);
    expect(codeOf(await teacher.call('editCourse', changing(draft)))).toBe('COURSE_NOT_READY');
    const empty = { action: 'arrange', courseId, version: draft.version, chapters: [] };
    expect(codeOf(await teacher.call('editCourse', empty))).toBe('COURSE_NOT_READY');
  });

  it('S28/D22: removing keeps the course in the database, and nothing can be changed any more', async () => {
    const { courseId } = await publishedCourse(cloud, teacher);
    const removed = await move(teacher, courseId, 'remove');
    expect(removed.status).toBe('removed');
    expect(codeOf(await teacher.call('editCourse', changing(removed)))).toBe('NOT_FOUND');
    const stored = await cloud.documents<{ _id: string; status: string }>('courses');
    expect(stored.find(({ _id }) => _id === courseId)?.status).toBe('removed');
  });

  it('retires a course and puts it on sale again, and answers a repeated tap', async () => {
    const { courseId } = await publishedCourse(cloud, teacher);
    const { version } = await latest(teacher, courseId);
    const tap = { action: 'retire', courseId, version };
    const retired = dataOf(await teacher.call('editCourse', tap));
    expect(retired.status).toBe('retired');
    expect(dataOf(await teacher.call('editCourse', tap))).toEqual(retired);
    expect((await move(teacher, courseId, 'publish')).status).toBe('published');
  });
});

describe('arranging', () => {
  it('orders chapters and lessons, and brings a lesson back that was left out', async () => {
    const { courseId, lessonIds } = await publishedCourse(cloud, teacher, {
      lessons: ['甲', '乙', '丙'],
    });
    const [first = '', second = '', third = ''] = lessonIds;
    const arrange = async (chapters: object[]) => {
      const { version } = await latest(teacher, courseId);
      return teacher.call('editCourse', { action: 'arrange', courseId, version, chapters });
    };
    const titles = async () =>
      (await latest(teacher, courseId)).chapters.map(({ lessons }) =>
        lessons.map(({ title }) => title),
      );
    dataOf(
      await arrange([
        { title: '上篇', lessonIds: [third] },
        { title: '下篇', lessonIds: [first] },
      ]),
    );
    expect(await titles()).toEqual([['丙'], ['甲']]);
    dataOf(await arrange([{ title: '全', lessonIds: [second, first, third] }]));
    expect(await titles()).toEqual([['乙', '甲', '丙']]);
    expect(codeOf(await arrange([{ title: '重', lessonIds: [first, first] }]))).toBe(
      'INVALID_INPUT',
    );
  });

  it('S17: takes no lesson and no chapter of another course', async () => {
    const [mine, other] = [
      await publishedCourse(cloud, teacher),
      await publishedCourse(cloud, rival),
    ];
    const { version } = await latest(teacher, mine.courseId);
    const stolen = [{ title: '借来的', lessonIds: other.lessonIds }];
    const wish = { action: 'arrange', courseId: mine.courseId, version };
    expect(codeOf(await teacher.call('editCourse', { ...wish, chapters: stolen }))).toBe(
      'NOT_FOUND',
    );
    const strange = [{ chapterId: 'chp_nowhere', title: '章', lessonIds: mine.lessonIds }];
    expect(codeOf(await teacher.call('editCourse', { ...wish, chapters: strange }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('a teacher’s own list', () => {
  it('S17/D25: shows the teacher’s own courses, newest change first, in two round trips', async () => {
    const newcomer = await teacherOf(cloud, 'oNewcomer');
    const [a, b] = [await draftOf(newcomer), await draftOf(newcomer)];
    await cloud.advance(1000);
    dataOf(await newcomer.call('editCourse', changing(a, { title: '后来改的' })));
    let items: { courseId: string }[] = [];
    const trips = await cloud.roundTrips(async () => {
      ({ items } = dataOf(await newcomer.call('getMyCourses', { status: 'draft' })));
    });
    expect(items.map(({ courseId }) => courseId)).toEqual([a.courseId, b.courseId]);
    expect(trips).toBe(2);
  });
});
