import type { Course } from '../../server/catalogue/course';
import type { JournalEntry } from '../../server/journal/journal';
import type { Order } from '../../server/orders/order';
import type { SeatPool } from '../../server/orders/seats';
import type { Refund } from '../../server/refunds/refund';
import type { User } from '../../server/accounts/user';
import { dataOf, openCloud, type Phone, type TestCloud } from '../cloud';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A course on sale, taught by nobody who is registered. */
export const course = (courseId: string, changes: Partial<Course> = {}): Course => ({
  _id: courseId,
  teacherId: 'usr_teacher',
  teacherName: '林老师',
  status: 'published',
  version: 1,
  title: '从零开始写小程序',
  subtitle: '',
  introduction: '',
  searchText: '',
  categoryId: 'cat_code',
  price: 12_800,
  memberFree: false,
  chapters: [],
  removedLessons: [],
  lessonIds: [],
  learnerCount: 0,
  ratingCount: 0,
  ratingSum: 0,
  createdAt: 1,
  updatedAt: 1,
  publishedAt: 1,
  ...changes,
});

let requests = 0;
/** A request id that was not used before. */
export const freshRequest = (): string => `req-${(requests += 1)}`;

/** Someone registered, by openid. */
export const registered = async (cloud: TestCloud, openid: string): Promise<Phone> => {
  const phone = cloud.as(openid);
  dataOf(await phone.call('register', { requestId: freshRequest(), nickname: openid }));
  return phone;
};

/** A shop with a local cloud of its own; `close` it in `afterAll`. */
export const openShop = async (...courses: readonly Course[]) => {
  const cloud = await openCloud();
  if (courses.length > 0) await cloud.insert('courses', ...courses);
  return cloud;
};

export const order = (
  phone: Phone,
  courseId: string,
  more: {
    requestId?: string;
    kind?: 'course' | 'membership';
    platform?: string;
    loginCode?: string;
  } = {},
) => {
  const { kind = 'course', requestId = freshRequest(), ...rest } = more;
  return phone.call('createOrder', { requestId, item: { kind, id: courseId }, ...rest });
};

/** An order that was made and paid in full. */
export const bought = async (
  cloud: TestCloud,
  phone: Phone,
  courseId: string,
  kind: 'course' | 'membership' = 'course',
) => {
  const { orderId } = dataOf(await order(phone, courseId, { kind }));
  await cloud.pay(orderId);
  return orderId;
};

export const orderDocument = async (cloud: TestCloud, orderId: string): Promise<Order> => {
  const found = (await cloud.documents<Order>('orders')).find(({ _id }) => _id === orderId);
  if (!found) throw new Error(`no order ${orderId}`);
  return found;
};

export const refundDocuments = (cloud: TestCloud) => cloud.documents<Refund>('refunds');

export const userDocument = async (cloud: TestCloud, openid: string): Promise<User> => {
  const users = await cloud.documents<User>('users');
  const found = users.find(({ openids }) => openids.includes(openid));
  if (!found) throw new Error(`no user ${openid}`);
  return found;
};

/** orderId → state of what it gave of a course. */
export const sourcesOf = async (cloud: TestCloud, openid: string, courseId: string) => {
  const { rights } = await userDocument(cloud, openid);
  const sources = Object.entries(rights.courses[courseId] ?? {});
  return Object.fromEntries(sources.map(([orderId, { state }]) => [orderId, state]));
};

export const journalOf = async (cloud: TestCloud, orderId: string): Promise<JournalEntry[]> =>
  (await cloud.documents<JournalEntry>('journal')).filter((entry) => entry.orderId === orderId);

export const kindsOf = async (cloud: TestCloud, orderId: string): Promise<string[]> =>
  (await journalOf(cloud, orderId)).map(({ kind }) => kind).sort();

/** What an account holds after every entry of the shop. */
export const balance = async (cloud: TestCloud, account: string): Promise<number> =>
  (await cloud.documents<JournalEntry>('journal'))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.account === account)
    .reduce((sum, line) => sum + line.fen, 0);

export const seatsOf = async (cloud: TestCloud, courseId: string): Promise<SeatPool | undefined> =>
  (await cloud.documents<SeatPool>('seatPools')).find(({ _id }) => _id === courseId);

/** Changes a stored document by hand, as somebody with the database console would. */
export const change = (
  cloud: TestCloud,
  place: { collection: string; id: string },
  fields: object,
): Promise<unknown> =>
  cloud.post('/admin', {
    action: 'database.modifyDocument',
    collectionName: place.collection,
    query: JSON.stringify({ _id: place.id }),
    data: JSON.stringify({ $set: fields }),
    multi: false,
    merge: true,
    upsert: false,
  });
