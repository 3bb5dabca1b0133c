import type { Mutant } from './mutant';

/** Bugs in payouts and coupons. */
export const offerMutants: readonly Mutant[] = [
  {
    id: 'M24',
    bug: 'a payout uses the account as it was before its transaction',
    edits: [
      {
        file: 'server/payouts/requesting.ts',
        find: ': Promise<Answer> => {\n  const asked = await reserve(ports, request);',
        put: `: Promise<Answer> => {
  const { userId } = request.teacher;
  before = await ports.db.collection<TeacherAccount>('teacherAccounts').get(userId);
  const asked = await reserve(ports, request);`,
      },
      {
        file: 'server/payouts/requesting.ts',
        find: 'const account = await accounts.get(request.teacher.userId);',
        put: 'const account = before ?? (await accounts.get(request.teacher.userId));',
      },
      {
        file: 'server/payouts/requesting.ts',
        find: 'type Asking = Pick<Ports',
        put: 'let before: TeacherAccount | undefined;\ntype Asking = Pick<Ports',
      },
    ],
  },
  {
    id: 'M25',
    bug: 'a coupon is given back though its order is paid',
    edits: [
      {
        file: 'server/orders/todo.ts',
        find: 'export const paidTodo = ({ gift, coupon }: Order): string[] => [',
        put: 'export const paidTodo = (order: Order, { gift, coupon } = order): string[] => [\n  ...couponTodo(order),',
      },
    ],
  },
];
