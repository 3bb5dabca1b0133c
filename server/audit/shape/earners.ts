import * as z from 'zod';
import { PAYOUT_METHODS } from '../../../shared/payouts/payee';
import { PAYOUT_STATUSES } from '../../../shared/payouts/machine';
import { amount, history, id, moment, signature, todo, words } from './parts';

const bank = {
  method: z.literal('bank'),
  realName: z.string(),
  bankName: z.string(),
  account: z.string(),
};
const wechat = { method: z.enum(['wechat', 'sharing']), realName: z.string() };

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), reference: z.string() }),
  z.strictObject({ kind: z.literal('failed'), reason: words }),
]);
const share = z.strictObject({
  number: z.string().regex(/^[0-9A-Za-z]{6,32}$/),
  orderId: id,
  transactionId: z.string(),
  amount: amount.min(1),
  until: moment,
  outcome: outcome.optional(),
});

/** The schema of `earnerAccounts`. */
export const earnerAccountShape = z.strictObject({
  _id: id,
  version: z.int().min(0),
  available: amount,
  receivable: amount,
  inTransit: amount,
  payee: z
    .discriminatedUnion('method', [
      z.strictObject({ ...bank, setAt: moment }),
      z.strictObject({ ...wechat, setAt: moment }),
    ])
    .optional(),
});

/** The schema of `payouts`. */
export const payoutShape = z.strictObject({
  _id: id,
  requestId: z.string(),
  earner: signature,
  openid: z.string(),
  amount: amount.min(1),
  method: z.enum(PAYOUT_METHODS),
  shares: z.array(share).min(1).optional(),
  payee: z.discriminatedUnion('method', [z.looseObject(bank), z.looseObject(wechat)]),
  status: z.enum(PAYOUT_STATUSES),
  seq: z.int().min(0),
  history,
  madeBy: signature,
  madeAt: moment,
  approvedBy: signature.optional(),
  confirmedBy: signature.optional(),
  alone: z.boolean().optional(),
  submittedAt: moment.optional(),
  triedAt: moment.optional(),
  said: z.string().optional(),
  tries: z.int().min(0),
  checkAt: moment.optional(),
  confirmation: z
    .strictObject({ mchId: z.string(), appId: z.string(), package: z.string() })
    .optional(),
  reference: z.string().optional(),
  reason: words.optional(),
  endedAt: moment.optional(),
  ...todo,
});

/** The schema of `memberStudy`. */
export const memberStudyShape = z.strictObject({
  _id: id,
  orderId: id,
  month: z.string().regex(/^\d{4}-\d\d$/),
  version: z.int().min(1),
  since: moment,
  countedUntil: moment,
  teachers: z.record(id, z.int().min(1)),
});
