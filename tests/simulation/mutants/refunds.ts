import type { Mutant } from './mutant';

/** Bugs in refunds, rights and the journal. */
export const refundMutants: readonly Mutant[] = [
  {
    id: 'M15',
    bug: 'a refund is sent under a new number each time',
    edits: [
      {
        file: 'server/refunds/submission.ts',
        find: '    refundId: refund._id,\n    orderId,\n    openid,\n    paid: paid.amount,',
        put: '    refundId: `${refund._id}x${journey.now % 1000}`,\n    orderId,\n    openid,\n    paid: paid.amount,',
      },
    ],
  },
  {
    id: 'M16',
    bug: 'a refund reserves nothing on its order',
    edits: [
      {
        file: 'server/refunds/requesting.ts',
        find: '    set: { reserved },\n',
        put: '    set: { reserved: order.reserved + 0 * reserved },\n',
      },
    ],
  },
  {
    id: 'M17',
    bug: 'a refund that succeeded succeeds again',
    edits: [
      {
        file: 'shared/refunds/machine.ts',
        find: 'succeeded: {},',
        put: "succeeded: { succeed: 'succeeded' },",
      },
    ],
    maskedBy: {
      why: 'the journal takes an entry once, and the order machine has no such step',
      edits: [
        {
          file: 'server/journal/journal.ts',
          find: "ids.derived('jrn', kind, key);",
          put: "ids.fresh(kind && key && 'jrn');",
        },
        {
          file: 'shared/orders/machine.ts',
          find: '  refunded: {},',
          put: "  refunded: { refundPart: 'refunded', refundAll: 'refunded' },",
        },
      ],
    },
  },
  {
    id: 'M18',
    bug: 'each refund may be as large as the payment',
    edits: [
      {
        file: 'server/refunds/requesting.ts',
        find: 'const left = subtract(paid?.amount ?? ZERO, order.reserved);',
        put: 'const left = subtract(paid?.amount ?? ZERO, ZERO);',
      },
    ],
  },
  {
    id: 'M19',
    bug: 'a refund that WeChat closed counts as done',
    edits: [
      {
        file: 'server/wechat/pay/cloudPayEvidence.ts',
        find: "REFUNDCLOSE: 'closed',",
        put: "REFUNDCLOSE: 'succeeded',",
      },
    ],
  },
  {
    id: 'M20',
    bug: 'a refund takes no right away',
    edits: [
      {
        file: 'server/refunds/applyRefund.ts',
        find: "  if (whole && refund.origin === 'request') await setGrant(tx, order, 'revoked');\n",
        put: '',
      },
    ],
  },
  {
    id: 'M21',
    bug: 'a refund takes away what other orders gave, too',
    edits: [
      {
        file: 'server/access/grants.ts',
        find: 'change(tx, order, { set: { [`${pathOf(order)}.state`]: state } });',
        put: "change(tx, order, { set: { [pathOf(order).split('.').slice(0, 2).join('.')]: {}, [`x${state}`]: 1 } });",
      },
    ],
  },
  {
    id: 'M22',
    bug: 'a membership ends by the order in which payments were heard of',
    edits: [
      {
        file: 'shared/access/rights.ts',
        find: '    .sort(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : 1));',
        put: ';',
      },
    ],
  },
  {
    id: 'M23',
    bug: 'the rest of a split is nobody’s',
    edits: [
      {
        file: 'shared/ledger/postings.ts',
        find: "...lines(['revenue:commission', negate(platform)]),",
        put: "...lines(['revenue:commission', negate(fen(Math.max(0, platform - (sold.paid % 10 === 0 ? 0 : 1))))]),",
      },
    ],
  },
  {
    id: 'M27',
    bug: 'a refund nobody can tell of counts as failed',
    edits: [
      {
        file: 'server/refunds/submission.ts',
        find: "  if (answer?.kind === 'accepted') {",
        put: `  if (answer?.kind === 'unknown') {
    const { applyRefund } = await import('./applyRefund');
    const { provider: name } = order.payTo;
    const told = { provider: name, refundId: refund._id, orderId: order._id, amount: refund.amount } as const;
    await applyRefund(ports, { ...told, outcome: 'closed', heardFrom: 'query' }, { now, by: 'timer' });
    return;
  }
  if (answer?.kind === 'accepted') {`,
      },
    ],
  },
  {
    id: 'M28',
    bug: 'a refund nobody can tell of counts as accepted',
    edits: [
      {
        file: 'server/refunds/submission.ts',
        find: "  if (answer?.kind === 'accepted') {",
        put: "  if (answer?.kind !== 'refused') {",
      },
    ],
  },
  {
    id: 'M29',
    bug: 'an effect that is done again is another effect',
    edits: [
      {
        file: 'server/outbox/telling.ts',
        find: "noticeId: ids.derived('ntc', ...about),",
        put: "noticeId: ids.fresh(about && 'ntc'),",
      },
    ],
  },
];
