import type { StoredComment } from '../../server/comments/comment';
import { dataOf, openCloud, type TestCloud } from '../cloud';
import { aCourse, owner, type Person } from './fixtures';

let cloud: TestCloud;
let reader: Person;
const COURSE = 'crs_photo';

const stored = (n: number, more: Partial<StoredComment> = {}): StoredComment => ({
  _id: `cmt_${String(n).padStart(4, '0')}`,
  version: 1,
  courseId: COURSE,
  teacherId: 'usr_teacher',
  kind: n % 3 === 0 ? 'question' : 'comment',
  parentId: '',
  content: `第 ${n} 条`,
  status: 'visible',
  listed: true,
  replied: false,
  answered: false,
  turn: 1000,
  userId: 'usr_somebody',
  author: { nickname: '某人', teacher: false, owner: true },
  request: { id: `r${n}`, asked: `ask_${n}` },
  at: 1000,
  ...more,
});

const pages = async (more: object = {}, between: () => Promise<void> = async () => undefined) => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const request = { courseId: COURSE, ...more, ...(cursor && { cursor }) };
    const page = dataOf(await reader.call('getComments', request));
    expect(page.items.length).toBeLessThanOrEqual(20);
    seen.push(...page.items.map(({ commentId }) => commentId));
    cursor = page.next;
    await between();
  } while (cursor);
  return seen;
};

beforeAll(async () => {
  cloud = await openCloud();
  await cloud.insert('courses', aCourse({ _id: COURSE, teacherId: 'usr_teacher' }));
  reader = await owner(cloud, 'oReader', COURSE);
  // Fifty at the very same moment, so that only the id tells them apart.
  await cloud.insert('comments', ...Array.from({ length: 50 }, (_, n) => stored(n)));
});
afterAll(() => cloud.close());

describe('reading comments', () => {
  it('S30/D25: comes in pages, each comment once, though many were written at one moment', async () => {
    const seen = await pages();
    expect(seen).toHaveLength(50);
    expect(new Set(seen).size).toBe(50);
  });

  it('stays in step while new comments are written', async () => {
    let n = 100;
    const seen = await pages({}, async () => {
      await cloud.insert('comments', stored(n, { at: 1000 + n, courseId: COURSE }));
      n += 1;
    });
    expect(seen.filter((id) => id < 'cmt_0050')).toHaveLength(50);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('begins with the newest', async () => {
    await cloud.insert('comments', stored(900, { at: 9000 }));
    expect((await pages())[0]).toBe('cmt_0900');
  });

  it('can be asked for one kind', async () => {
    const questions = (await pages({ kind: 'question' })).filter((id) => id < 'cmt_0050');
    expect(questions).toHaveLength(17);
  });

  it('costs one round trip, and a second where there are replies', async () => {
    const read = () => reader.call('getComments', { courseId: COURSE });
    await read();
    expect(await cloud.roundTrips(read)).toBe(1);
    await cloud.insert(
      'comments',
      stored(901, { at: 9001, replied: true }),
      stored(902, { parentId: 'cmt_0901', at: 9003 }),
      stored(903, { parentId: 'cmt_0901', at: 9002 }),
    );
    expect(await cloud.roundTrips(read)).toBe(2);
    const [first] = dataOf(await read()).items;
    expect(first?.replies.map(({ commentId }) => commentId)).toEqual(['cmt_0903', 'cmt_0902']);
  });

  it('is open to who is not registered', async () => {
    const reply = await cloud.as('oVisitor').call('getComments', { courseId: COURSE });
    expect(dataOf(reply).items).toHaveLength(20);
  });
});
