import type { ErrorOf, Output, Reply } from '../../shared/contract';
import { payCallback as contract } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { applyPayment, type PaymentOutcome } from '../../server/orders/applyPayment';
import { askProvider } from '../../server/orders/asking';
import { callbackReply } from '../../server/orders/callbackReply';
import { keepOrphan } from '../../server/orders/orphans';
import type { Heard, PaymentEvidence } from '../../server/payments';
import { opinionFor } from '../../server/refunds/appleEnquiry';
import { applyRefund } from '../../server/refunds/applyRefund';

type Answer = Result<Output<typeof contract>, ErrorOf<typeof contract>>;

/** Taken: WeChat need not say it again. */
const TAKEN: Answer = ok({});

export const handler = defineFunction(contract, {
  run: async (event, context) => {
    const heard = context.pay.read(event);
    if (!heard) {
      context.log({ level: 'warn', event: 'callback of an unknown kind', kind: event['Event'] });
      return fail('NOT_FOUND');
    }
    return HEARD[heard.kind](heard as never, context);
  },
});

/** What is done about each kind of notice. */
const HEARD = {
  payment: async ({ evidence }: { evidence: PaymentEvidence }, context: Context) => {
    const outcome = await applyPayment(context, evidence, { now: context.now, by: 'wechat' });
    return afterPayment(context, outcome, evidence);
  },

  refund: async ({ evidence }: Extract<Heard, { kind: 'refund' }>, context: Context) => {
    const outcome = await applyRefund(context, evidence, { now: context.now, by: 'wechat' });
    return outcome === 'unknownOrder' ? fail('NOT_FOUND') : TAKEN;
  },

  enquiry: async ({ orderId }: Extract<Heard, { kind: 'enquiry' }>, context: Context) => {
    const opinion = await opinionFor(context.db, orderId, context.now);
    context.log({ level: 'info', event: 'apple enquiry', orderId, ...opinion });
    return ok({ opinion });
  },

  hint: async (hint: Extract<Heard, { kind: 'hint' }>, context: Context) => {
    const told = await askProvider(context, hint, { now: context.now, by: 'wechat' });
    if (told.kind === 'unknown' || told.kind === 'unpaid') return fail('PAYMENT_PROVIDER_BUSY');
    return afterPayment(context, told.kind, told.evidence);
  },
};

/** Answers only what is committed, or parked for good; everything else is to be said again. */
const afterPayment = async (
  context: Context,
  outcome: PaymentOutcome,
  evidence: PaymentEvidence,
): Promise<Answer> => {
  if (outcome === 'notYet') return fail('CHANGED_MEANWHILE');
  if (outcome !== 'unknownOrder') return TAKEN;
  return (await keepOrphan(context, evidence, context.now)) ? TAKEN : fail('NOT_FOUND');
};

const answer = live(handler);

/** Apple's enquiry wants the opinion itself; everything else a word that it was taken. */
export const main = async (event: unknown): Promise<unknown> => {
  const reply = (await answer(event)) as Reply<typeof contract>;
  const opinion = reply.ok ? reply.data.opinion : undefined;
  return opinion ?? callbackReply(event, reply.ok);
};
