import type { Mutant } from './mutant';

/** Bugs in payouts and coupons. */
export const offerMutants: readonly Mutant[] = [
  {
    id: 'M24',
    bug: 'a payout uses the account as it was before its transaction',
    edits: [
      {
        file: 'server/payouts/requesting.ts',
        find: `'CHANGED_MEANWHILE'>> =>
  ports.db.transaction(async (tx) => {
`,
        put: `'CHANGED_MEANWHILE'>> => {
  const before = ports.db.collection<TeacherAccount>('teacherAccounts').get(request.teacher.userId);
  return ports.db.transaction(async (tx) => {
`,
      },
      {
        file: 'server/payouts/requesting.ts',
        find: 'const account = await accounts.get(request.teacher.userId);',
        put: 'const account = (await before) ?? (await accounts.get(request.teacher.userId));',
      },
      {
        file: 'server/payouts/requesting.ts',
        find: '    return ok(payout);\n  });\n',
        put: '    return ok(payout);\n  });\n};\n',
      },
    ],
  },
  {
    id: 'M25',
    bug: 'a coupon is given back though its order is paid',
    edits: [
      {
        file: 'server/orders/todo.ts',
        find: 'export const paidTodo = ({ gift }: Order): string[] => [',
        put: 'export const paidTodo = (order: Order, { gift } = order): string[] => [\n  ...couponTodo(order),',
      },
    ],
  },
];
