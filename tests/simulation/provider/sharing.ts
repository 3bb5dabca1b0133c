import { accepted, refused, type Answer } from './cloudPayWords';
import type { Payment, ProviderSharing } from './orderBook';
import type { ProviderWorld } from './world';

type Request = Readonly<Record<string, unknown>>;
type Method = (request: Request, world: ProviderWorld) => Answer;

/** Percent of a payment that the merchant may share. */
export const SHARE_PERCENT = 30;

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
/** What was not shared by then is the merchant's (W22). */
const FROZEN_MS = 30 * DAY_MS;

const text = (request: Request, field: string): string => String(request[field] ?? '');

/** Whether the money of a payment waits to be shared. */
export const isFrozen = ({ toBeShared, isFree, transactions }: Payment, now: number): boolean => {
  const [first] = transactions;
  return toBeShared === true && isFree !== true && !!first && now < first.at + FROZEN_MS;
};

const paymentOf = (request: Request, { book }: ProviderWorld): Payment | undefined =>
  [...book.payments.values()].find(
    ({ transactions }) => transactions[0]?.id === text(request, 'transactionId'),
  );

type Receiver = { readonly account: string; readonly amount: number };

const receiverIn = (request: Request): Receiver | undefined =>
  (JSON.parse(text(request, 'receivers')) as Receiver[])[0];

const fieldsOf = ({ number, transactionId }: ProviderSharing): Answer => ({
  transactionId,
  outOrderNo: number,
  orderId: `3008${number}`,
});

/** One sharing frees the rest of the payment at once; the same number again is the same sharing. */
const share: Method = (request, world) => {
  const { book, now, sharingTaken } = world;
  const number = text(request, 'outOrderNo');
  const payment = paymentOf(request, world);
  const receiver = receiverIn(request);
  if (!payment || !receiver) return refused('ORDERNOTEXIST');
  const known = book.sharings.get(number);
  if (known) return accepted(fieldsOf(known));
  if (!payment.toBeShared) return refused('NO_SHARING');
  if (!isFrozen(payment, now())) return refused('SHARED_ALREADY');
  const most = Math.floor((book.paidFor(payment.orderId) * SHARE_PERCENT) / 100);
  if (receiver.amount > Math.min(most, book.left(payment.orderId))) {
    return refused('SHARE_EXCEEDED');
  }
  const taken: ProviderSharing = {
    number,
    orderId: payment.orderId,
    transactionId: text(request, 'transactionId'),
    ...receiver,
    result: 'PENDING',
  };
  book.sharings.set(number, taken);
  payment.isFree = true;
  sharingTaken(number);
  return accepted(fieldsOf(taken));
};

const query: Method = (request, { book }) => {
  const known = book.sharings.get(text(request, 'outOrderNo'));
  if (!known) return refused('SHARING_NOT_EXIST');
  const { account, amount, result } = known;
  const failure = result === 'CLOSED' && { fail_reason: 'ACCOUNT_ABNORMAL' };
  const receivers = [{ type: 'PERSONAL_SUB_OPENID', account, amount, result, ...failure }];
  return accepted({
    ...fieldsOf(known),
    status: result === 'PENDING' ? 'PROCESSING' : 'FINISHED',
    receivers: JSON.stringify(receivers),
  });
};

const finish: Method = (request, world) => {
  const payment = paymentOf(request, world);
  if (!payment) return refused('ORDERNOTEXIST');
  if (!isFrozen(payment, world.now())) return refused('SHARED_ALREADY');
  payment.isFree = true;
  return accepted();
};

/** The 分账 family of `cloud.cloudPay`, as far as the shop calls it. Everybody is known as a receiver. */
export const SHARING: Readonly<Record<string, Method>> = {
  profitSharingAddReceiver: () => accepted(),
  profitSharing: share,
  profitSharingQuery: query,
  profitSharingFinish: finish,
};
