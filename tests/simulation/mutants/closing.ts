import type { Mutant } from './mutant';

/** Bugs in closing orders and in handing out seats. */
export const closingMutants: readonly Mutant[] = [
  {
    id: 'M9',
    bug: 'an order is closed without asking whether it was paid',
    edits: [
      {
        file: 'server/orders/closing.ts',
        find: "  const state = await provider.query(asked);\n  return state.kind === 'unpaid' ? closeAtProvider(provider, asked) : state;",
        put: '  return closeAtProvider(provider, asked);',
      },
    ],
    maskedBy: {
      why: 'WeChat refuses to close what was paid, and what was closed is asked for again',
      edits: [
        {
          file: 'server/orders/sweeping.ts',
          find: 'if (!asked) return void',
          put: 'if (asked) return void',
        },
        {
          file: 'server/wechat/pay/cloudPay.ts',
          find: 'if (isSuccess(answer) || saysNoOrder(answer)) return',
          put: 'if (isSuccess(answer) || isRefusal(answer)) return',
        },
      ],
    },
  },
  {
    id: 'M10',
    bug: 'an order is moved though it is not as read',
    edits: [
      {
        file: 'server/orders/orders.ts',
        find: 'orders.updateIf({ _id: order._id, seq: order.seq }, changesOf(order, step)),',
        put: 'orders.updateIf({ _id: order._id }, changesOf(order, step)),',
      },
    ],
  },
  {
    id: 'M12',
    bug: 'late money is granted without a seat',
    edits: [
      {
        file: 'server/orders/settleLate.ts',
        find: 'const hasAll = await takeHoldsAgain(ports.db, order);',
        put: 'const hasAll = true;\n  void takeHoldsAgain;',
      },
    ],
  },
  {
    id: 'M12b',
    bug: 'a late payment takes its seat under the old number, so a slow release takes it away',
    edits: [
      {
        file: 'server/orders/holds.ts',
        find: '{ seat: seat + 1 }',
        put: '{ seat }',
      },
    ],
  },
  {
    id: 'M13',
    bug: 'a seat is counted by reading and writing',
    edits: [
      {
        file: 'server/pools/pool.ts',
        find: '  if (cap < 1) return false;\n',
        put: `  if (cap < 1) return false;
  const now = await pools.get(id);
  if (now && now.holders.includes(token)) return true;
  if (now && now.taken >= cap) return false;
  const holders = [...(now?.holders ?? []), token];
  await pools.put({ _id: id, cap, taken: holders.length, holders });
  if (cap > 0) return true;
`,
      },
    ],
  },
  {
    id: 'M14',
    bug: 'a seat is not given back',
    edits: [
      {
        file: 'server/orders/todo.ts',
        find: 'order.seat === undefined ? [] : [`releaseSeat:${order.seat}`];',
        put: 'order.seat === undefined ? [] : [];',
      },
      {
        file: 'server/orders/holds.ts',
        find: '    seat !== undefined && releaseSeat(db, seatHeldBy(order)),\n',
        put: '    void releaseSeat,\n',
      },
    ],
  },
];
