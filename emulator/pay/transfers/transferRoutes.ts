import type { Clock } from '../../clock';
import type { FaultKnobs } from '../../faults/faults';
import {
  HttpError,
  json,
  readBody,
  readJson,
  type Exchange,
  type Reply,
  type Route,
} from '../../http/exchange';
import type { TransferOptions } from '../../options';
import { decrypted, isSigned, signedHeaders } from './signatures';
import type { TransferBill, TransferDesk } from './transferDesk';

export interface TransferParts {
  transfers: TransferDesk;
  faults: FaultKnobs;
  clock: Clock;
  appid: string;
  merchant: TransferOptions | undefined;
}

const PREFIX = '/wechat-pay';
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';

/** From this amount on the receiver's name must be given, in fen (the page of 发起转账). */
const NAME_FROM = 200_000;
const LEAST = 10;

type Answer = { status: number; body: object };
const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
});

/** 商家转账 as functions call it at `api.mch.weixin.qq.com`, and its receiver. */
export function transferRoutes(parts: TransferParts): Route[] {
  return [
    { method: 'POST', path: PREFIX + BILLS, handle: (exchange) => signed(exchange, parts, submit) },
    {
      method: 'GET',
      path: `${PREFIX}${BILLS}/out-bill-no/:number`,
      handle: (exchange) => signed(exchange, parts, query),
    },
    {
      method: 'POST',
      path: '/_local/transfers/:number',
      handle: (exchange) => receive(exchange, parts),
    },
  ];
}

type Api = (text: string, exchange: Exchange, parts: Configured) => Answer;
type Configured = TransferParts & { merchant: TransferOptions };

/** Checks the merchant's signature, lets the interface answer, and signs what it says. */
async function signed(exchange: Exchange, parts: TransferParts, api: Api): Promise<Reply> {
  const { merchant, clock } = parts;
  if (!merchant) throw new HttpError(501, 'transfers are not set up');
  const text = (await readBody(exchange)).toString('utf8');
  const { method, headers } = exchange;
  const path = exchange.path.slice(PREFIX.length);
  const authorization = headers.authorization ?? '';
  const genuine = isSigned({ method, path, body: text, authorization }, merchant);
  const answer = genuine
    ? api(text, exchange, { ...parts, merchant })
    : refused(401, 'SIGN_ERROR', '签名错误');
  const body = JSON.stringify(answer.body);
  return { status: answer.status, headers: signedHeaders(body, clock.now(), merchant), body };
}

function submit(text: string, _exchange: Exchange, parts: Configured): Answer {
  const request = JSON.parse(text) as Record<string, unknown>;
  const wrong = wrongIn(request, parts);
  if (wrong) return refused(400, 'PARAM_ERROR', wrong);
  const bill = parts.transfers.take({
    outBillNo: String(request['out_bill_no']),
    openid: String(request['openid']),
    amount: Number(request['transfer_amount']),
  });
  if (!bill) return refused(400, 'INVALID_REQUEST', '单号已存在但信息不一致，请查单后比较确认');
  return parts.faults.current.errorAfterAccepting.includes('transfer-bills')
    ? refused(500, 'SYSTEM_ERROR', '系统异常，请使用相同参数稍后重新调用')
    : { status: 200, body: shown(bill) };
}

type Check = (request: Record<string, unknown>, parts: Configured) => boolean;

/** What a transfer must have, and how a lack of it is called. */
const CHECKS: [string, Check][] = [
  ['appid 与商户号不匹配', ({ appid }, parts) => appid === parts.appid],
  [
    '商户单号只能由数字、大小写字母组成',
    ({ out_bill_no: number }) => /^[0-9A-Za-z]{1,32}$/.test(String(number)),
  ],
  ['缺少转账场景', ({ transfer_scene_id: scene }) => typeof scene === 'string' && scene !== ''],
  ['缺少收款用户', ({ openid }) => typeof openid === 'string' && openid !== ''],
  [
    '转账金额不正确',
    ({ transfer_amount: amount }) => Number.isSafeInteger(amount) && Number(amount) >= LEAST,
  ],
  ['转账备注不正确', ({ transfer_remark: remark }) => [...String(remark ?? '')].length <= 32],
  [
    '需传入转账场景报备信息，请检查',
    ({ transfer_scene_report_infos: infos }) => Array.isArray(infos) && infos.length > 0,
  ],
  ['收款用户姓名不正确', hasName],
];

function hasName(
  { user_name: name, transfer_amount: amount }: Record<string, unknown>,
  { merchant }: Configured,
) {
  if (name === undefined) return Number(amount) < NAME_FROM;
  return decrypted(String(name), merchant) !== undefined;
}

function wrongIn(request: Record<string, unknown>, parts: Configured): string | undefined {
  return CHECKS.find(([, holds]) => !holds(request, parts))?.[0];
}

function query(_text: string, { params }: Exchange, { transfers }: Configured): Answer {
  const bill = transfers.find(params['number'] ?? '');
  return bill ? { status: 200, body: shown(bill) } : refused(404, 'NOT_FOUND', '记录不存在');
}

function shown(bill: TransferBill): object {
  return {
    out_bill_no: bill.outBillNo,
    transfer_bill_no: bill.transferBillNo,
    state: bill.state,
    transfer_amount: bill.amount,
    ...(bill.failReason && { fail_reason: bill.failReason }),
    ...(bill.state === 'WAIT_USER_CONFIRM' && { package_info: bill.packageInfo }),
  };
}

/** The receiver accepts on the phone, or WeChat Pay gives up: `{action: 'accept' | 'fail', reason?}`. */
async function receive(exchange: Exchange, { transfers }: TransferParts): Promise<Reply> {
  const { action, reason } = await readJson(exchange);
  if (action !== 'accept' && action !== 'fail')
    throw new HttpError(400, 'action must be accept or fail');
  const failReason = action === 'fail' ? String(reason ?? 'OTHER_FAIL_REASON_TYPE') : undefined;
  const bill = transfers.end(exchange.params['number'] ?? '', failReason);
  if (!bill) throw new HttpError(404, 'no such transfer waits');
  return json(bill);
}
