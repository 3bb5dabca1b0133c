import { randomUUID } from 'node:crypto';
import cloud from 'wx-server-sdk';
import { listen } from './listen';

/**
 * A program: the least that functions on the unmodified SDK can do to sell and open a lesson, six calls of the
 * store in all. No identity, no validation, no journal, no transaction: nothing that keeps promises on the same
 * SDK can be as fast, which makes it the limit to compare with.
 * Its environment says where the store is, as that of a function does.
 */
cloud.init({ env: 'limit', keepalive: true } as Parameters<typeof cloud.init>[0]);
const database = cloud.database();
const [courses, orders, rights, lessons] = ['courses', 'orders', 'rights', 'lessons'].map((name) =>
  database.collection(name),
) as [Collection, Collection, Collection, Collection];
type Collection = ReturnType<typeof database.collection>;

const COURSE = 'course';
const LESSON = 'lesson';

/** Throws when there is no such document. */
const read = async <Doc>(collection: Collection, id: string): Promise<Doc> => {
  const { data } = (await collection.doc(id).get()) as unknown as { data: Doc };
  return data;
};

const stock = () =>
  Promise.all([
    courses.add({ data: { _id: COURSE, price: 19_900, title: '限度' } }),
    lessons.add({ data: { _id: LESSON, text: '正文' } }),
  ]);

const createOrder = async (openid: string) => {
  const { price } = await read<{ price: number }>(courses, COURSE);
  const orderId = randomUUID();
  const order = { _id: orderId, openid, payable: price, status: 'pending' };
  await orders.add({ data: order });
  return { orderId };
};

const pay = async (orderId: string, openid: string) => {
  const unpaid = orders.where({ _id: orderId, status: 'pending' });
  const { stats } = (await unpaid.update({ data: { status: 'paid' } })) as {
    stats: { updated: number };
  };
  if (stats.updated !== 1) throw new Error(`${orderId} was not pending`);
  await rights.add({ data: { _id: `${openid}_${COURSE}`, orderId } });
  return {};
};

const openLesson = async (openid: string) => {
  const [, lesson] = await Promise.all([
    read(rights, `${openid}_${COURSE}`),
    read<{ text: string }>(lessons, LESSON),
  ]);
  return { text: lesson.text };
};

type Input = { readonly openid: string; readonly orderId: string };

const FUNCTIONS: Readonly<Record<string, (input: Input) => Promise<object>>> = {
  '/createOrder': ({ openid }) => createOrder(openid),
  '/pay': ({ orderId, openid }) => pay(orderId, openid),
  '/openLesson': ({ openid }) => openLesson(openid),
};

void stock().then(() =>
  listen(({ path, body }) => {
    const run = FUNCTIONS[path];
    if (!run) throw new Error(`the limit host has no ${path}`);
    return run(JSON.parse(body) as Input);
  }),
);
