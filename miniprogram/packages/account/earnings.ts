import { call, type Answer, type Question, type Refusal } from '../../lib/call';

type Earnings = Answer<'getEarnings'>;
type View = Earnings['view'];

export type Balances = Extract<Earnings, { view: 'balances' }>;
export type EarningsReply<Shown extends View> =
  { readonly ok: true; readonly data: Extract<Earnings, { view: Shown }> } | Refusal<'getEarnings'>;

/** Asks about the caller's own money. Each action answers with a view of its own, as its contract says. */
export const askEarnings = async <Shown extends View>(
  question: Question<'getEarnings'>,
): Promise<EarningsReply<Shown>> => (await call('getEarnings', question)) as EarningsReply<Shown>;

export const PAYEE_WORDS: Readonly<Record<NonNullable<Balances['payee']>['method'], string>> = {
  bank: '银行卡',
  wechat: '微信零钱',
  sharing: '订单分账',
};

/** Where payouts go, as their owner recognises it: `招商银行 尾号 1234 · 苏晚晴`. */
export const payeeWord = (payee: Balances['payee']): string => {
  if (!payee) return '未设置';
  const { method, realName, bankName, account } = payee;
  const place =
    method === 'bank' && account
      ? `${bankName ?? ''} 尾号 ${account.slice(-4)}`
      : PAYEE_WORDS[method];
  return `${place.trim()} · ${realName}`;
};
