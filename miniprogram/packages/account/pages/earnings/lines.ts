import { fen, negate, subtract, type Fen } from '../../../../../shared/money';
import type {
  CommissionRow,
  MovementRow,
  PayoutRow,
  SaleRow,
} from '../../../../../shared/payouts/contract';
import {
  PAYOUT_NAMES,
  SHARE_NAMES,
  type PayoutStatus,
} from '../../../../../shared/payouts/machine';
import { day, minute, yuan } from '../../../../lib/format';

type Fact = { readonly name: string; readonly words: string };

/** One line of the statement, of whatever list: a headline with its amount, and the facts behind it. */
export type Line = {
  readonly id: string;
  readonly when: string;
  readonly title: string;
  readonly money: string;
  readonly chip: { readonly word: string; readonly look: string };
  readonly facts: readonly Fact[];
  readonly confirmation?: PayoutRow['confirmation'];
};

const signed = (change: number): string =>
  change < 0 ? `−${yuan(negate(fen(change)))}` : `+${yuan(fen(change))}`;

const fact = (name: string, words: string | undefined): Fact[] => (words ? [{ name, words }] : []);
const takenBack = (amount: Fen): string | undefined => (amount > 0 ? signed(-amount) : undefined);

/** What somebody earned by a sale, whatever they did for it: how much of it is theirs, and from when on. */
const earnedLine = (row: CommissionRow, { paid, share }: Record<'paid' | 'share', Fact>): Line => {
  const { orderId, title, paidAt, returned, maturesAt, maturedAt } = row;
  const settles = maturesAt ? `${day(maturesAt)} 转入可提现` : undefined;
  return {
    id: orderId,
    when: minute(paidAt),
    title,
    money: yuan(subtract(row.share, returned)),
    chip: maturedAt ? { word: '已结算', look: 'chip--success' } : { word: '待结算', look: '' },
    facts: [
      paid,
      share,
      ...fact('退款扣回', takenBack(returned)),
      ...fact('结算', maturedAt ? `${day(maturedAt)} 已转入可提现` : settles),
      ...fact('订单', orderId),
    ],
  };
};

/** A sale: what the buyer paid, what of it is the teacher's, and from when on. */
export const saleLine = (sale: SaleRow): Line =>
  earnedLine(sale, {
    paid: { name: '买家', words: `${sale.buyer} 实付 ${yuan(sale.paid)}` },
    share: { name: '分成', words: yuan(sale.share) },
  });

/** A sale to somebody who came by one's link. */
export const commissionLine = (commission: CommissionRow): Line =>
  earnedLine(commission, {
    paid: { name: '好友', words: `实付 ${yuan(commission.paid)}` },
    share: { name: '佣金', words: yuan(commission.share) },
  });

const BALANCES = [
  ['available', '可提现'],
  ['pending', '待结算'],
  ['receivable', '待扣回'],
] as const;

/** A movement: which balances it changed and by how much. */
export const movementLine = (movement: MovementRow): Line => {
  const changes = BALANCES.filter(([balance]) => movement[balance] !== 0);
  const [first] = changes;
  return {
    id: movement.entryId,
    when: minute(movement.at),
    title: movement.name,
    money: first ? signed(movement[first[0]]) : '',
    chip: { word: first ? first[1] : '', look: '' },
    facts: [
      ...fact('课程', movement.title),
      ...changes.slice(1).flatMap(([balance, word]) => fact(word, signed(movement[balance]))),
      ...fact('订单', movement.orderId),
      ...fact('提现单', movement.payoutId),
    ],
  };
};

const METHODS: Readonly<Record<PayoutRow['method'], string>> = {
  manualBank: '银行转账',
  merchantTransfer: '微信零钱',
  profitSharing: '微信零钱（分账）',
};

type Share = NonNullable<PayoutRow['shares']>[number];

const LOOKS: Partial<Record<PayoutStatus, string>> = {
  waitingForEarner: 'chip--brand',
  done: 'chip--success',
};

/** One order that a payout is taken out of: how much, and what became of it. */
const shareWords = ({ orderId, amount, outcome, reason }: Share): string =>
  `${orderId} ${yuan(amount)} ${reason ?? SHARE_NAMES[outcome]}`;

/** A payout: where it stands and what became of it. */
export const payoutLine = (payout: PayoutRow): Line => ({
  id: payout.payoutId,
  when: minute(payout.askedAt),
  title: `提现到${METHODS[payout.method]}`,
  money: yuan(payout.amount),
  chip: { word: PAYOUT_NAMES[payout.status], look: LOOKS[payout.status] ?? '' },
  facts: [
    ...fact('实际到账', payout.arrived === undefined ? undefined : yuan(payout.arrived)),
    ...fact('原因', payout.reason),
    ...fact('流水号', payout.reference),
    ...payout.timeline.flatMap(({ at, text }) => fact(minute(at), text)),
    ...(payout.shares ?? []).flatMap((share, at) => fact(`分账 ${at + 1}`, shareWords(share))),
  ],
  ...(payout.confirmation && { confirmation: payout.confirmation }),
});
