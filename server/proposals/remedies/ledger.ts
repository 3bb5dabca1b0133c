import { settledLines } from '../../../shared/ledger/bills';
import { writeOff } from '../../../shared/ledger/earner';
import { fen, formatYuan } from '../../../shared/money';
import { fail, ok, type Result } from '../../../shared/result';
import { accountBy, newAccount, purseOf, earnerAccountsIn } from '../../earnings/earnerAccounts';
import { entryId, isPosted, post } from '../../journal/journal';
import type { About, Effect, EffectCase, ProposedAs, Remedial, Remedy } from '../remedy';

type Refusal = 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE';

const aboutWriteOff = async (
  { db }: Remedial,
  { earnerId, amount }: ProposedAs<'writeOff'>,
): Promise<Result<About, Refusal>> => {
  const { account = newAccount(earnerId) } = await db.together({ account: accountBy(earnerId) });
  if (account.receivable < amount) return fail('PROPOSAL_NOT_POSSIBLE');
  const owed = formatYuan(account.receivable);
  const summary = `欠款 ¥${owed}，核销其中 ¥${formatYuan(fen(amount))}`;
  return ok({ subject: earnerId, summary });
};

/** E17. */
const giveUpDebt = async ({
  tx,
  ports,
  proposal: { _id: key },
  proposed,
  now,
}: EffectCase<'writeOff'>): Promise<Effect> => {
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(proposed.earnerId);
  const amount = fen(proposed.amount);
  if (account.receivable < amount) return fail('PROPOSAL_NOT_POSSIBLE');
  const { purse, lines } = writeOff(purseOf(account), amount);
  await accounts.keep(account, purse);
  await post(tx, ports.ids, { kind: 'writtenOff', key, at: now, lines });
  return ok(null);
};

type Settlement = ProposedAs<'recordSettlement'>;

/** A payout of a provider is the only one with its reference. */
const settlementKey = ({ provider, reference }: Settlement): string => `${provider}:${reference}`;

const aboutSettlement = async (
  { db, ids }: Remedial,
  proposed: Settlement,
): Promise<Result<About, Refusal>> => {
  const { provider, date, amount, reference } = proposed;
  const subject = settlementKey(proposed);
  const posted = await db.transaction((tx) => isPosted(tx, entryId(ids, 'settled', subject)));
  if (posted) return fail('PROPOSAL_NOT_POSSIBLE');
  const summary = `${provider} 于 ${date} 结算到账 ¥${formatYuan(fen(amount))}，凭证 ${reference}`;
  return ok({ subject, summary });
};

/** E7. */
const noteSettlement = async ({
  tx,
  ports,
  proposed,
  now,
}: EffectCase<'recordSettlement'>): Promise<Effect> => {
  const key = settlementKey(proposed);
  if (await isPosted(tx, entryId(ports.ids, 'settled', key))) return fail('PROPOSAL_NOT_POSSIBLE');
  const lines = settledLines(proposed.provider, fen(proposed.amount));
  await post(tx, ports.ids, { kind: 'settled', key, at: now, lines });
  return ok(null);
};

/** What admins enter into the books by hand. */
export const LEDGER_REMEDIES: {
  readonly [K in 'writeOff' | 'recordSettlement']: Remedy<K>;
} = {
  writeOff: { about: aboutWriteOff, effect: giveUpDebt },
  recordSettlement: { about: aboutSettlement, effect: noteSettlement },
};
