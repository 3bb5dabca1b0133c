import type { MoneyOverview } from '../../../../../shared/books/contract';

type Balance = MoneyOverview['balances'][number];

/** A figure of the overview: one account, or the like accounts of several teachers. */
export type Figure = {
  readonly name: string;
  readonly hint: string;
  readonly fen: number;
  /** The account behind it; empty where `parts` are. */
  readonly account: string;
  readonly parts: readonly Balance[];
  /** Whether what it holds may be given up. */
  readonly writeOff: boolean;
};

export type Group = { readonly title: string; readonly figures: readonly Figure[] };

/** What an owner calls an account. Debits are positive in the journal; `sign` turns what is owed or earned around. */
type Wording = {
  readonly pattern: RegExp;
  readonly name: string;
  readonly hint: string;
  readonly sign: 1 | -1;
};

const GROUPS: readonly { readonly title: string; readonly wordings: readonly Wording[] }[] = [
  {
    title: '钱在哪里',
    wordings: [
      {
        pattern: /^psp:cloudPay$/,
        name: '微信支付待结算',
        hint: '已收款，还没打到银行账户',
        sign: 1,
      },
      {
        pattern: /^psp:virtualPay$/,
        name: '虚拟支付待结算',
        hint: '已收款，还没打到银行账户',
        sign: 1,
      },
      { pattern: /^bank$/, name: '银行存款', hint: '已到账，扣除已结算付出的', sign: 1 },
    ],
  },
  {
    title: '要付出去的',
    wordings: [
      {
        pattern: /^earner:.+:available$/,
        name: '应付收益',
        hint: '过了退款期，讲师和推广员随时可提现',
        sign: -1,
      },
      {
        pattern: /^earner:.+:pending$/,
        name: '待到期收益',
        hint: '还在退款期内，到期后归讲师和推广员',
        sign: -1,
      },
      { pattern: /^payoutTransit$/, name: '提现途中', hint: '已申请，尚未到账', sign: -1 },
      { pattern: /^refundPayable$/, name: '待退款', hint: '已批准，尚未退到学员账户', sign: -1 },
      { pattern: /^suspense$/, name: '待查款项', hint: '与订单不符的付款，查明前不动', sign: -1 },
      { pattern: /^membershipPool$/, name: '会员预收', hint: '随会员时长逐步转为收入', sign: -1 },
      {
        pattern: /^teachersDue$/,
        name: '待分讲师',
        hint: '会员分成，正逐位记入讲师账户',
        sign: -1,
      },
    ],
  },
  {
    title: '别人欠店里的',
    wordings: [
      {
        pattern: /^earner:.+:receivable$/,
        name: '待扣回收益',
        hint: '提现后又退款，用以后的收入抵扣',
        sign: 1,
      },
    ],
  },
  {
    title: '累计收支',
    wordings: [
      { pattern: /^revenue:commission$/, name: '平台分成收入', hint: '', sign: -1 },
      { pattern: /^revenue:membership$/, name: '会员收入', hint: '', sign: -1 },
      { pattern: /^revenue:refunded$/, name: '平台承担的退款', hint: '', sign: -1 },
      { pattern: /^expense:fee$/, name: '手续费支出', hint: '', sign: -1 },
      { pattern: /^expense:promotion$/, name: '优惠补贴', hint: '', sign: -1 },
      { pattern: /^expense:goodwill$/, name: '核销损失', hint: '', sign: -1 },
    ],
  },
];

const RECEIVABLE = /:receivable$/;

const figureOf = (
  { pattern, name, hint, sign }: Wording,
  balances: readonly Balance[],
): Figure | undefined => {
  const parts = balances
    .filter(({ account }) => pattern.test(account))
    // 0 has a sign of its own.
    .map((balance) => ({ ...balance, fen: balance.fen === 0 ? 0 : balance.fen * sign }));
  if (parts.length === 0) return undefined;
  const [first] = parts;
  const ofEarners = pattern.source.startsWith('^earner');
  return {
    name,
    hint,
    fen: parts.reduce((sum, part) => sum + part.fen, 0),
    account: ofEarners ? '' : (first?.account ?? ''),
    parts: ofEarners ? parts : [],
    writeOff: parts.some(({ account }) => RECEIVABLE.test(account)),
  };
};

/** The balances as an owner reads them, in groups; accounts that saw nothing yet are left out. */
export const groupsOf = (balances: readonly Balance[]): Group[] =>
  GROUPS.map(({ title, wordings }) => ({
    title,
    figures: wordings.flatMap((wording) => figureOf(wording, balances) ?? []),
  })).filter(({ figures }) => figures.length > 0);

/** The earner an account is of. */
export const earnerOf = (account: string): string => account.split(':')[1] ?? '';
