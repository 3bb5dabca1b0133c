import type { MoneyRefundRow, OrderFile } from '../../../../../shared/books/contract';
import { PROPOSAL_NAMES } from '../../../../../shared/books/proposals';
import { ASKING_APPLE } from '../../../../../shared/refunds/decider';
import { minute } from '../../../../lib/format';
import type { ProposalDraft } from '../../components/proposal-sheet/proposalForm';
import { byWord, heardFromWord, providerWord, signedYuan } from '../../moneyWords';
import { ORDER_LABELS, orderStep, REFUND_LABELS, refundStep } from '../../stepWords';

type Order = OrderFile['order'];
type Steps = Order['history'];
type Amount = { readonly name: string; readonly fen: number; readonly strong?: boolean };
/** A button that begins a proposal. */
type Deed = { readonly word: string; readonly draft: ProposalDraft };

const stepsOf = (history: Steps, word: (event: string) => string) =>
  [...history]
    .reverse()
    .map(({ at, event, by }) => ({ when: minute(at), by: byWord(by), text: word(event) }));

const deed = (draft: ProposalDraft): Deed => ({ word: PROPOSAL_NAMES[draft.kind], draft });

const BASIS_POINTS = 100;

const amountsOf = (order: Order): Amount[] => [
  { name: '标价', fen: order.listPrice },
  ...order.discounts.map(({ label, amount }) => ({ name: label, fen: -amount })),
  { name: order.paid ? '成交价' : '应付', fen: order.payable, strong: true },
  ...(order.reserved ? [{ name: '退款占用', fen: order.reserved }] : []),
  ...(order.refunded ? [{ name: '已退到账', fen: order.refunded }] : []),
];

/** What an admin tells a buyer who wants money back, where the shop can begin no refund. */
const REFUND_WORDS: Readonly<Record<Order['refundBy'], string>> = {
  shop: '由店铺办理',
  apple: `由苹果决定，店铺不能发起。请告诉买家：${ASKING_APPLE.join('；')}`,
};

const factsOf = ({ paid, provider, teacherShare, affiliate, refundBy }: Order) => [
  { name: '支付方式', text: providerWord(provider ?? 'free') },
  ...(paid
    ? [
        { name: '实收', text: signedYuan(paid.amount) },
        { name: '付款时间', text: minute(paid.at) },
        { name: '得知途径', text: heardFromWord(paid.heardFrom) },
        { name: '交易号', text: paid.transactionId },
      ]
    : [{ name: '付款', text: '尚未收到' }]),
  ...(paid && paid.amount > 0 ? [{ name: '退款', text: REFUND_WORDS[refundBy] }] : []),
  { name: '讲师分成', text: `${teacherShare / BASIS_POINTS}%` },
  ...(affiliate
    ? [{ name: '推广佣金', text: `${affiliate.share / BASIS_POINTS}% · ${affiliate.userId}` }]
    : []),
];

/** Only what came free is taken back; what was paid for is refunded. What is not open may be given. */
const deedsOf = ({ status, paid, orderId, userId, item }: Order): Deed[] => {
  if (status === 'paid') return paid?.amount === 0 ? [deed({ kind: 'revokeAccess', orderId })] : [];
  const mayGive = ['closed', 'refunded', 'autoRefunded'].includes(status);
  const { kind, id } = item;
  return mayGive ? [deed({ kind: 'grantAccess', userId, item: { kind, id } })] : [];
};

const refundView = (refund: MoneyRefundRow) => ({
  refundId: refund.refundId,
  amount: refund.amount,
  label: REFUND_LABELS[refund.status],
  reason: refund.reason,
  note: refund.note ?? '',
  tries: refund.tries > 1 ? `已提交 ${refund.tries} 次` : '',
  steps: stepsOf(refund.history, refundStep),
  about: `退款 ${signedYuan(refund.amount)}`,
  deeds:
    refund.status === 'abnormal'
      ? (['retryRefund', 'closeRefund'] as const).map((kind) =>
          deed({ kind, refundId: refund.refundId }),
        )
      : [],
});

/** Everything about the money of an order, in words. */
export const fileView = ({ order, refunds, ...rest }: OrderFile) => ({
  ...rest,
  order,
  label: ORDER_LABELS[order.status],
  about: `${order.buyer} · ${order.item.title}`,
  amounts: amountsOf(order),
  facts: factsOf(order),
  steps: stepsOf(order.history, orderStep),
  deeds: deedsOf(order),
  refunds: refunds.map(refundView),
});

export type FileView = ReturnType<typeof fileView>;
