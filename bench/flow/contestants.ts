import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { courseIdOf, demoId } from '../../scripts/seed/demo/demoIds';
import { NO_RIGHTS } from '../../shared/access/rights';
import { call, pay, post } from '../request';
import { start } from '../program';

/** Something that sells a course; `purchase` orders it, pays, and opens a lesson, for someone who never did. */
export type Contestant = { purchase(): Promise<void>; close(): Promise<void> };

const COURSE = courseIdOf('typescript');
const LESSON = demoId('les', 'typescript', '严格模式逐项开');
const BUYERS_AT_ONCE = 500;

const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-flow-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** The shop on its local cloud, as `npm start` runs it, with buyers registered before the clock starts. */
export const openShop = async (root: string, buyers: number): Promise<Contestant> => {
  const { folder, remove } = openFolder();
  const { url, stop } = await start({
    root,
    script: 'scripts/serve.ts',
    words: ['--bare'],
    env: { PORT: '0', DATA_DIR: folder },
  });
  for (let first = 0; first < buyers; first += BUYERS_AT_ONCE) await register(url, first);
  let next = 0;
  return {
    purchase: () => {
      next += 1;
      if (next > buyers) throw new Error(`more than ${buyers} purchases: register more buyers`);
      return buyAndOpen(url, `oBuyer${next}`);
    },
    close: async () => {
      await stop();
      remove();
    },
  };
};

const buyAndOpen = async (url: string, openid: string) => {
  const item = { kind: 'course', id: COURSE };
  const order = { name: 'createOrder', input: { requestId: 'bench-buy', item }, openid };
  const { orderId } = await call<{ orderId: string }>(url, order);
  await pay(url, orderId);
  const lesson = { name: 'openLesson', input: { lessonId: LESSON }, openid };
  const { text } = await call<{ text?: string }>(url, lesson);
  if (!text) throw new Error(`${openid} paid and got no lesson`);
};

/** Puts buyers where registering would have put them. */
const register = async (url: string, first: number) => {
  const users = Array.from({ length: BUYERS_AT_ONCE }, (_, index) => userOf(first + index + 1));
  const answer = await post<{ code?: string; message?: string }>(`${url}/admin`, {
    action: 'database.insertDocument',
    collectionName: 'users',
    data: users.map((user) => JSON.stringify(user)),
  });
  if (answer.code) throw new Error(answer.message);
};

const userOf = (index: number) => ({
  _id: `usr_buyer${index}`,
  openids: [`oBuyer${index}`],
  role: 'learner',
  rights: NO_RIGHTS,
  nickname: `买家${index}`,
  names: [`买家${index}`],
  introduction: '',
  joinedAt: 1,
});

/** The limit: the same three requests to the least that can answer them on the same SDK and a durable store. */
export const openLimit = async (root: string): Promise<Contestant> => {
  const { folder, remove } = openFolder();
  const limit = (name: string) => `bench/flow/limit/${name}.ts`;
  const store = await start({ root, script: limit('store'), words: [folder] });
  const host = await start({ root, script: limit('host'), env: environmentOf(store.url) });
  let next = 0;
  return {
    purchase: async () => {
      const openid = `oBuyer${(next += 1)}`;
      const { orderId } = await post<{ orderId: string }>(`${host.url}/createOrder`, { openid });
      await post(`${host.url}/pay`, { openid, orderId });
      const { text } = await post<{ text?: string }>(`${host.url}/openLesson`, { openid });
      if (!text) throw new Error(`${openid} paid and got no lesson`);
    },
    close: async () => {
      await host.stop();
      await store.stop();
      remove();
    },
  };
};

/** What the SDK finds around it in a cloud function, and where it is told that the cloud is. */
const environmentOf = (store: string) => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  TENCENTCLOUD_SECRETID: 'limit',
  TENCENTCLOUD_SECRETKEY: 'limit',
  SCF_NAMESPACE: 'limit',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${store}/` }),
});
