import { manageMoney as contract } from '../../shared/books/contract';
import type { ErrorOf, Input, Output } from '../../shared/contract';
import { ok, type Result } from '../../shared/result';
import { READINGS, readerOf } from '../../server/books/reading';
import { proposalRow } from '../../server/books/rows';
import { userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { PAYOUT_MANAGING } from '../../server/payouts/managing';
import { decideProposal, withdrawProposal } from '../../server/proposals/deciding';
import { propose } from '../../server/proposals/proposing';
import type { Proposal, Signature } from '../../server/proposals/proposal';

type Action = Input<typeof contract>;
type Answer = Result<Output<typeof contract>, ErrorOf<typeof contract>>;
type Asked<A extends Action['action']> = Extract<Action, { action: A }>;
type Decided = Result<Proposal, ErrorOf<typeof contract>>;

export const handler = defineFunction(contract, {
  run: (input, context) => ACTIONS[input.action](input as never, context),
});

const signatureOf = ({ caller }: Context): Signature => {
  const { _id: userId, nickname } = userOf(caller);
  return { userId, nickname };
};

/** A proposal as the caller sees it after what they did. */
const shown = (decided: Decided, context: Context): Answer =>
  decided.ok
    ? ok({ view: 'proposal', proposal: proposalRow(readerOf(context))(decided.data) })
    : decided;

const ACTIONS = {
  ...READINGS,
  ...PAYOUT_MANAGING,

  propose: async (
    { requestId, proposal: proposed, reason }: Asked<'propose'>,
    context: Context,
  ): Promise<Answer> => {
    const { now } = context;
    const wish = { requestId, proposed, reason, madeBy: signatureOf(context), now };
    return shown(await propose(context, wish), context);
  },

  decide: async (
    { proposalId, decision, note = '' }: Asked<'decide'>,
    context: Context,
  ): Promise<Answer> => {
    const { now, settings } = context;
    const decidedBy = signatureOf(context);
    const verdict = { proposalId, decision, note, decidedBy, soleAdmin: settings.soleAdmin, now };
    return shown(await decideProposal(context, verdict), context);
  },

  withdraw: async ({ proposalId }: Asked<'withdraw'>, context: Context): Promise<Answer> => {
    const { userId } = signatureOf(context);
    const withdrawal = { proposalId, userId, now: context.now };
    return shown(await withdrawProposal(context, withdrawal), context);
  },
} satisfies {
  readonly [A in Action['action']]: (asked: Asked<A>, context: Context) => Promise<Answer>;
};

export const main = live(handler);
