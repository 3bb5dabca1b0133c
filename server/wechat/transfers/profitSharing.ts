import * as z from 'zod';
import { unknown, type Unknown } from '../../payments';
import type { Transfer, TransferNews, Transfers } from '../../transfers';
import {
  cloudPayApi,
  isSuccess,
  saysNoSharing,
  wordsOf,
  type CloudPayAnswer,
} from '../pay/cloudPayApi';
import type { Sdk } from '../sdk';

export type SharingAccount = {
  readonly subMchId: string;
  readonly appId: string;
  readonly nonce: () => string;
};

/** A person as an owner of our mini-program's openid; needs `subAppid` beside it. */
const PERSON = 'PERSONAL_SUB_OPENID';

/** What WeChat Pay keeps as the reason for sharing with somebody; ten characters at most. */
const RELATION = { relation_type: 'CUSTOM', custom_relation: '课程讲师' } as const;

const receiver = z.object({
  type: z.string(),
  account: z.string(),
  amount: z.int(),
  result: z.string(),
  fail_reason: z.unknown().optional(),
});
type Receiver = z.output<typeof receiver>;

type Read = (receiver: Receiver, answer: CloudPayAnswer) => TransferNews | Unknown;

const failed: Read = ({ fail_reason: reason }) => ({
  kind: 'failed',
  reason: typeof reason === 'string' && reason ? `微信支付分账失败：${reason}` : '微信支付分账失败',
});

/**
 * What each `result` of a receiver means (CloudPay.profitSharingQuery). ADJUST failed but is still being set right by
 * WeChat Pay, so it is not over.
 */
const RESULTS: Readonly<Record<string, Read>> = {
  PENDING: () => ({ kind: 'underWay' }),
  ADJUST: () => ({ kind: 'underWay' }),
  SUCCESS: (_receiver, { orderId }) =>
    typeof orderId === 'string' ? { kind: 'done', reference: orderId } : unknown('no number'),
  RETURNED: failed,
  CLOSED: failed,
};

/** What is being shared with whom; undefined when the list is none we know. The list comes as text. */
const receiversOf = ({ receivers }: CloudPayAnswer): Receiver[] | undefined => {
  try {
    return z.array(receiver).safeParse(JSON.parse(String(receivers))).data;
  } catch {
    return undefined;
  }
};

const newsOf = (answer: CloudPayAnswer, transfer: Transfer): TransferNews | Unknown => {
  if (!isSuccess(answer) || answer['outOrderNo'] !== transfer.number)
    return unknown(wordsOf(answer));
  const ours = receiversOf(answer)?.find(
    ({ account, amount }) => account === transfer.openid && amount === transfer.amount,
  );
  const news = ours && RESULTS[ours.result]?.(ours, answer);
  return news ?? unknown(`sharing ${String(answer['status'])}`);
};

/**
 * 分账 over cloudPay: one sharing for each order, which frees the rest of its money at once, so that nothing is left to
 * finish. A refusal is `unknown` too: whether a sharing exists is only ever learned by asking for its number (W22).
 */
export const profitSharing = (
  cloud: Sdk,
  { subMchId, appId, nonce }: SharingAccount,
): Pick<Transfers, 'submit' | 'query'> => {
  const api = cloudPayApi(cloud);
  const common = () => ({ subMchId, nonceStr: nonce() });
  const ask = async (send: Promise<CloudPayAnswer>): Promise<CloudPayAnswer> => {
    try {
      return await send;
    } catch (error) {
      return { errMsg: `no answer: ${String((error as { errMsg?: string }).errMsg ?? error)}` };
    }
  };
  const person = ({ openid, realName }: Transfer) => ({
    type: PERSON,
    account: openid,
    name: realName,
  });

  /** Adding somebody again changes nothing. */
  const addReceiver = (transfer: Transfer) =>
    ask(
      api.profitSharingAddReceiver({
        ...common(),
        subAppid: appId,
        receiver: JSON.stringify({ ...person(transfer), ...RELATION }),
      }),
    );

  const share = (transfer: Transfer) =>
    ask(
      api.profitSharing({
        ...common(),
        subAppid: appId,
        transactionId: transfer.transactionId,
        outOrderNo: transfer.number,
        receivers: JSON.stringify([
          { ...person(transfer), amount: transfer.amount, description: '课程销售分成' },
        ]),
      }),
    );

  return {
    submit: async (transfer) => {
      const added = await addReceiver(transfer);
      if (!isSuccess(added)) return unknown(wordsOf(added));
      const answer = await share(transfer);
      const taken = isSuccess(answer) && answer['outOrderNo'] === transfer.number;
      return taken ? { kind: 'underWay' } : unknown(wordsOf(answer));
    },

    query: async (transfer) => {
      const { transactionId, number: outOrderNo } = transfer;
      const asked = { ...common(), transactionId, outOrderNo };
      const answer = await ask(api.profitSharingQuery(asked));
      return saysNoSharing(answer) ? { kind: 'absent' } : newsOf(answer, transfer);
    },
  };
};
