import type { z } from 'zod';
import type { Output } from '../../shared/contract';
import type { Contracts } from '../../shared/contracts';
import type { UploadPurpose } from '../../shared/teaching/uploads';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { FILES } from './files';

type Draft = Output<Contracts['editCourse']>;
type CourseWish = Partial<Extract<z.input<Contracts['editCourse']['input']>, { action: 'create' }>>;
type LessonWish = Partial<z.input<Contracts['saveLesson']['input']>>;

let requests = 0;
/** A request id that was never used before. */
export const newRequest = (): string => `req-${++requests}`;

/** The admin that `scripts/localCloud.ts` names. */
export const adminOf = async (cloud: TestCloud): Promise<Phone> => {
  const admin = cloud.as('oLocalAdmin');
  dataOf(await admin.call('register', { requestId: 'r1' }));
  return admin;
};

export const learnerOf = async (cloud: TestCloud, openid: string): Promise<Phone> => {
  const learner = cloud.as(openid);
  dataOf(await learner.call('register', { requestId: 'r1' }));
  return learner;
};

export const teacherOf = async (cloud: TestCloud, openid: string): Promise<Phone> => {
  const [admin, teacher] = [await adminOf(cloud), await learnerOf(cloud, openid)];
  const { me } = dataOf(await teacher.call('getMe'));
  const wish = { action: 'setRole', userId: me?.userId, role: 'teacher', reason: '开课' };
  dataOf(await admin.call('manageUsers', wish));
  return teacher;
};

/** A category of this name; the one that is there if it is. */
export const categoryOf = async (cloud: TestCloud, name: string): Promise<string> => {
  const admin = await adminOf(cloud);
  const find = async () => {
    const { categories } = dataOf(await admin.call('manageShop', { action: 'read' }));
    return categories.find((category) => category.name === name)?.categoryId;
  };
  const there = await find();
  if (there) return there;
  const category = { action: 'saveCategory', name, description: '', icon: 'code' };
  dataOf(await admin.call('manageShop', category));
  return (await find()) ?? '';
};

/** Puts bytes where `prepareUpload` says, and gives the file's id. */
export const upload = async (
  cloud: TestCloud,
  phone: Phone,
  { purpose, name, bytes }: { purpose: UploadPurpose; name: string; bytes: Uint8Array },
): Promise<string> => {
  const wish = { purpose, fileName: name, bytes: bytes.length };
  const { cloudPath } = dataOf(await phone.call('prepareUpload', wish));
  return put(cloud, phone, cloudPath, bytes);
};

/** Puts bytes at any path, as a phone may try to. */
export const put = async (
  cloud: TestCloud,
  phone: Phone,
  path: string,
  bytes: Uint8Array,
): Promise<string> => {
  const url = `${cloud.url}/_local/storage/upload?path=${encodeURIComponent(path)}`;
  const headers = { 'x-openid': phone.openid ?? '', 'content-type': 'application/octet-stream' };
  const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(bytes) });
  const { fileID = '' } = (await response.json()) as { fileID?: string };
  return fileID;
};

export const coverOf = (cloud: TestCloud, teacher: Phone): Promise<string> =>
  upload(cloud, teacher, { purpose: 'cover', name: 'cover.png', bytes: FILES.png });

/** A draft without chapters. */
export const draftOf = async (teacher: Phone, wish: CourseWish = {}): Promise<Draft> =>
  dataOf(
    await teacher.call('editCourse', {
      action: 'create',
      requestId: newRequest(),
      title: '一门新课',
      subtitle: '',
      introduction: '',
      price: 0,
      memberFree: false,
      ...wish,
    }),
  );

/** Names the only chapter of a course that has none. */
export const withChapter = async (teacher: Phone, draft: Draft): Promise<Draft> =>
  dataOf(
    await teacher.call('editCourse', {
      action: 'arrange',
      courseId: draft.courseId,
      version: draft.version,
      chapters: [{ title: '第一章', lessonIds: [] }],
    }),
  );

/** Adds an article to the first chapter, or whatever is wished. */
export const lessonOf = async (teacher: Phone, draft: Draft, wish: LessonWish = {}) =>
  dataOf(
    await teacher.call('saveLesson', {
      requestId: newRequest(),
      courseId: draft.courseId,
      chapterId: draft.chapters[0]?.chapterId ?? '',
      title: '第一课',
      kind: 'article',
      free: false,
      minutes: 5,
      ...(wish.fileId ? {} : { text: '正文' }),
      ...wish,
    }),
  );

export const latest = async (teacher: Phone, courseId: string): Promise<Draft> =>
  dataOf(await teacher.call('getCourseDraft', { courseId }));

export const move = async (
  teacher: Phone,
  courseId: string,
  action: 'publish' | 'retire' | 'remove',
): Promise<Draft> => {
  const { version } = await latest(teacher, courseId);
  return dataOf(await teacher.call('editCourse', { action, courseId, version }));
};

/** A course on sale with one article for each title; titles that end in 试看 are free. */
export const publishedCourse = async (
  cloud: TestCloud,
  teacher: Phone,
  { lessons = ['第一课'], ...wish }: CourseWish & { lessons?: readonly string[] } = {},
): Promise<{ courseId: string; lessonIds: string[] }> => {
  const categoryId = wish.categoryId ?? (await categoryOf(cloud, '编程开发'));
  const cover = await coverOf(cloud, teacher);
  const draft = await withChapter(teacher, await draftOf(teacher, { categoryId, cover, ...wish }));
  const lessonIds: string[] = [];
  for (const title of lessons) {
    const free = title.endsWith('试看');
    lessonIds.push((await lessonOf(teacher, draft, { title, free })).lessonId);
  }
  await move(teacher, draft.courseId, 'publish');
  return { courseId: draft.courseId, lessonIds };
};

/** Buys a course as a learner does; what costs nothing needs no payment. */
export const buy = async (cloud: TestCloud, learner: Phone, courseId: string): Promise<void> => {
  const { orderId, payable } = dataOf(
    await learner.call('createOrder', {
      requestId: newRequest(),
      item: { kind: 'course', id: courseId },
    }),
  );
  if (payable > 0) await cloud.pay(orderId);
};
