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
  const { userId } = request.earner;
  before = await ports.db.collection<EarnerAccount>('earnerAccounts').get(userId);
  const asked = await reserve(ports, request);`,
      },
      {
        file: 'server/payouts/requesting.ts',
        find: 'const account = await accounts.get(request.earner.userId);',
        put: 'const account = before ?? (await accounts.get(request.earner.userId));',
      },
      {
        file: 'server/payouts/requesting.ts',
        find: 'type Asking = Pick<Ports',
        put: 'let before: EarnerAccount | undefined;\ntype Asking = Pick<Ports',
      },
    ],
  },
  {
    id: 'M25',
    bug: 'a coupon is given back though its order is paid',
    edits: [
      {
        file: 'server/orders/todo.ts',
        find: 'export const paidTodo = ({ gift, coupon, affiliate }: Order): string[] => [',
        put: 'export const paidTodo = (order: Order, { gift, coupon, affiliate } = order): string[] => [\n  ...couponTodo(order),',
      },
    ],
  },
];
