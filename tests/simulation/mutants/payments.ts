import type { Edit, Mutant } from './mutant';

const RANDOM_JOURNAL_ID: Edit = {
  file: 'server/journal/journal.ts',
  find: "ids.derived('jrn', kind, key);",
  put: "ids.fresh(kind && key && 'jrn');",
};

const PAY_AGAIN: Edit = {
  file: 'shared/orders/machine.ts',
  find: 'paid: { refundPart',
  put: "paid: { pay: 'paid', refundPart",
};

/** Bugs between a payment and what it opens. */
export const paymentMutants: readonly Mutant[] = [
  {
    id: 'M1',
    bug: 'the amount of a payment is not compared',
    edits: [{ file: 'server/orders/mismatch.ts', find: "  'paid',\n", put: '' }],
  },
  {
    id: 'M2',
    bug: 'payer, merchant and environment of a payment are not compared',
    edits: [
      {
        file: 'server/orders/mismatch.ts',
        find: "  'payer',\n  'merchant',\n  'appId',\n  'live',\n",
        put: '',
      },
    ],
  },
  {
    id: 'M3',
    bug: 'a paid order takes a payment again',
    edits: [
      {
        file: 'server/orders/applyPayment.ts',
        find: 'if (order.paid) return paidBefore(payment, order, order.paid);',
        put: '',
      },
    ],
    maskedBy: {
      why: 'the machine has no such step, and the journal takes an entry once',
      edits: [PAY_AGAIN, RANDOM_JOURNAL_ID],
    },
  },
  {
    id: 'M4',
    bug: 'the right is granted outside the transaction',
    edits: [
      {
        file: 'server/orders/settlePaid.ts',
        find: '  await grant(tx, order, paid.at);\n',
        put: '',
      },
      {
        file: 'server/orders/applyPayment.ts',
        find: "  return outcome === 'late' ?",
        put: `  if (outcome === 'granted') {
    const { grant } = await import('../access/grants');
    const order = await ports.db.collection<Order>('orders').get(evidence.orderId);
    if (order) await ports.db.transaction((tx) => grant(tx, order, evidence.paidAt));
  }
  return outcome === 'late' ?`,
      },
    ],
  },
  {
    id: 'M5',
    bug: 'journal entries have random ids',
    edits: [RANDOM_JOURNAL_ID],
    maskedBy: {
      why: 'a paid order takes no payment again',
      edits: [
        PAY_AGAIN,
        {
          file: 'server/orders/applyPayment.ts',
          find: 'if (order.paid) return paidBefore(payment, order, order.paid);',
          put: '',
        },
      ],
    },
  },
  {
    id: 'M6',
    bug: 'the journal is written after the transaction',
    edits: [
      {
        file: 'server/orders/settlePaid.ts',
        find: "  await post(tx, ports.ids, {\n    kind: 'paid',",
        put: "  void (ports as unknown as { after: unknown[] });\n  if (false as boolean) await post(tx, ports.ids, {\n    kind: 'paid',",
      },
      {
        file: 'server/orders/applyPayment.ts',
        find: "  return outcome === 'late' ?",
        put: `  if (outcome === 'granted') {
    const { paidLines } = await import('../../shared/ledger/postings');
    const { soldBy } = await import('./settlePaid');
    const order = await ports.db.collection<Order>('orders').get(evidence.orderId);
    if (order) {
      const entry = { kind: 'paid', orderId: order._id, at: call.now, lines: paidLines(soldBy(order)) } as const;
      await ports.db.transaction((tx) => post(tx, ports.ids, entry));
    }
  }
  return outcome === 'late' ?`,
      },
    ],
  },
  {
    id: 'M7',
    bug: 'a callback is answered before its payment is committed',
    edits: [
      {
        file: 'cloudfunctions/payCallback/index.ts',
        find: "const outcome = await applyPayment(context, evidence, { now: context.now, by: 'wechat' });\n    return afterPayment(context, outcome, evidence);",
        put: "void applyPayment(context, evidence, { now: context.now, by: 'wechat' }).catch(() => undefined);\n    return TAKEN;",
      },
    ],
  },
  {
    id: 'M8',
    bug: 'a callback is answered with yes though the database failed',
    edits: [
      {
        file: 'cloudfunctions/payCallback/index.ts',
        find: 'return HEARD[heard.kind](heard as never, context);',
        put: 'return HEARD[heard.kind](heard as never, context).catch(() => TAKEN);',
      },
    ],
  },
  {
    id: 'M11',
    bug: 'money that comes after closing is ignored',
    edits: [
      {
        file: 'server/orders/applyPayment.ts',
        find: "if (order.status === 'closed') return takeLate(payment, order);",
        put: "if (order.status === 'closed') return 'known';",
      },
    ],
  },
  {
    id: 'M26',
    bug: 'the price is read again when paying',
    edits: [
      {
        file: 'server/orders/paying.ts',
        find: 'const answer = await provider.prepay(requestOf(order, payer));',
        put: `const course = await ports.db.collection<{ _id: string; price: number }>('courses').get(order.item.id);
  const answer = await provider.prepay({ ...requestOf(order, payer), amount: course?.price ?? order.payable });`,
      },
      { file: 'server/orders/mismatch.ts', find: "  'paid',\n", put: '' },
    ],
  },
  {
    id: 'M30',
    bug: 'anybody may call the pay callback',
    edits: [
      {
        file: 'shared/permissions.ts',
        find: 'payCallback: wechat,',
        put: 'payCallback: { ...wechat, ...anyone },',
      },
    ],
  },
];
