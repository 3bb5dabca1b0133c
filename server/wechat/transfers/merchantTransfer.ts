import { unknown, type Unknown } from '../../payments';
import type { Transfer, TransferNews, Transfers } from '../../transfers';
import { callPayV3, encryptFor, type MerchantKeys, type SignedAnswer } from './payV3';

export type TransferAccount = MerchantKeys & {
  readonly appId: string;
  /** The scene WeChat Pay granted; each has its own words. */
  readonly sceneId: string;
};

const PATH = '/v3/fund-app/mch-transfer/transfer-bills';

/** What WeChat Pay wants to know in scene 1005, 佣金报酬; the words of `info_type` are fixed by it. */
const REPORT = [
  { info_type: '岗位类型', info_content: '课程讲师' },
  { info_type: '报酬说明', info_content: '课程销售分成' },
] as const;

type Read = (body: SignedAnswer['body'], account: TransferAccount) => TransferNews | Unknown;

const underWay: Read = () => ({ kind: 'underWay' });
const failed: Read = ({ fail_reason: reason }) => ({
  kind: 'failed',
  reason: typeof reason === 'string' ? reason : '转账已关闭',
});

/** What each state of a transfer means (the page of 商户单号查询转账单). */
const STATES: Readonly<Record<string, Read>> = {
  ACCEPTED: underWay,
  PROCESSING: underWay,
  TRANSFERING: underWay,
  CANCELING: underWay,
  WAIT_USER_CONFIRM: ({ package_info: words }, { mchId, appId }) =>
    typeof words === 'string'
      ? { kind: 'waitingForEarner', confirmation: { mchId, appId, package: words } }
      : { kind: 'underWay' },
  SUCCESS: ({ transfer_bill_no: number }) =>
    typeof number === 'string' ? { kind: 'done', reference: number } : unknown('no number'),
  FAIL: failed,
  CANCELLED: failed,
};

const newsOf = (
  { status, body }: SignedAnswer,
  account: TransferAccount,
): TransferNews | Unknown => {
  const read = status === 200 ? STATES[String(body['state'])] : undefined;
  return read?.(body, account) ?? unknown(`${status} ${String(body['code'] ?? body['state'])}`);
};

/** Whether an answer says that there is no transfer of this number. */
const saysAbsent = ({ status, body }: SignedAnswer): boolean =>
  status === 404 && body['code'] === 'NOT_FOUND';

const asUnknown = (error: unknown): Unknown => unknown(String(error));

/**
 * 商家转账: WeChat Pay moves money to the teacher's wallet once the teacher accepts it on their phone, within a day.
 * Whatever is not a definite state is `unknown`, so that the number is never given up for another (W23).
 */
export const merchantTransfer = (
  account: TransferAccount,
): Pick<Transfers, 'submit' | 'query'> => ({
  submit: (transfer) =>
    callPayV3(account, PATH, requestOf(transfer, account)).then(
      (answer) => newsOf(answer, account),
      asUnknown,
    ),
  query: ({ number }) =>
    callPayV3(account, `${PATH}/out-bill-no/${number}`).then(
      (answer) => (saysAbsent(answer) ? { kind: 'absent' } : newsOf(answer, account)),
      asUnknown,
    ),
});

const requestOf = (transfer: Transfer, account: TransferAccount) => ({
  appid: account.appId,
  out_bill_no: transfer.number,
  transfer_scene_id: account.sceneId,
  openid: transfer.openid,
  user_name: encryptFor(account, transfer.realName),
  transfer_amount: transfer.amount,
  transfer_remark: '课程收入',
  user_recv_perception: '劳务报酬',
  transfer_scene_report_infos: REPORT,
});
