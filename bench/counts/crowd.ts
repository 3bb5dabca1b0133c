import { namesOf, type User } from '../../server/accounts/user';
import { turnOf, type StoredComment } from '../../server/comments/comment';
import type { Order } from '../../server/orders/order';
import { courseIdOf, personId } from '../../scripts/seed/demo/demoIds';
import { NO_RIGHTS } from '../../shared/access/rights';
import { NOTHING_RETURNED } from '../../shared/ledger/sold';
import { fen } from '../../shared/money';
import type { MeteredShop } from './shop';

const COURSE = courseIdOf('typescript');
const TEACHER = personId('oLocalTeacher');
const BATCH = 500;
const LONG_AGO = Date.UTC(2024, 0, 1);

const idOf = (prefix: string, index: number) => `${prefix}_crowd${String(index).padStart(7, '0')}`;
const momentOf = (index: number) => LONG_AGO + index * 1000;

const userOf = (index: number): User => ({
  _id: idOf('usr', index),
  openids: [`oCrowd${index}`],
  role: 'learner',
  rights: { ...NO_RIGHTS, courses: { [COURSE]: { [idOf('ord', index)]: granted(index) } } },
  nickname: `同学${index}`,
  names: namesOf(`同学${index}`),
  introduction: '',
  joinedAt: momentOf(index),
});

const granted = (index: number) => ({ state: 'granted', at: momentOf(index) }) as const;

const orderOf = (index: number): Order => ({
  _id: idOf('ord', index),
  openKey: idOf('ord', index),
  requestId: `crowd-${index}`,
  userId: idOf('usr', index),
  openid: `oCrowd${index}`,
  via: 'wx_client',
  buyer: `同学${index}`,
  item: { kind: 'course', id: COURSE, title: 'TypeScript 从入门到上线' },
  teacherId: TEACHER,
  teacherShare: 7000,
  holdDays: 7,
  listPrice: fen(19_900),
  payable: fen(19_900),
  status: 'paid',
  seq: 1,
  history: [],
  createdAt: momentOf(index),
  expiresAt: momentOf(index + 900),
  refunded: fen(0),
  reserved: fen(0),
  returned: NOTHING_RETURNED,
  refundRequests: [],
  todo: [],
});

const commentOf = (index: number): StoredComment => {
  const about = { kind: 'comment', answered: false, at: momentOf(index) } as const;
  return {
    _id: idOf('cmt', index),
    version: 1,
    courseId: COURSE,
    teacherId: TEACHER,
    parentId: '',
    content: '这一节讲得很清楚，例子可以直接用在项目里。',
    status: 'visible',
    listed: true,
    replied: false,
    turn: turnOf(about),
    userId: idOf('usr', index),
    author: { nickname: `同学${index}`, teacher: false, owner: true },
    request: { id: `crowd-${index}`, asked: '' },
    ...about,
  };
};

const DOCUMENTS: Readonly<Record<string, (index: number) => object>> = {
  users: userOf,
  orders: orderOf,
  comments: commentOf,
};

/** Lets learners number `from` to `to` have bought the same course and commented on it. */
export const letIn = async (shop: MeteredShop, from: number, to: number): Promise<void> => {
  for (let start = from; start < to; start += BATCH) {
    const indexes = Array.from({ length: Math.min(BATCH, to - start) }, (_, i) => start + i);
    for (const [collection, documentOf] of Object.entries(DOCUMENTS))
      await shop.insert(
        collection,
        indexes.map((index) => documentOf(index)),
      );
  }
};
