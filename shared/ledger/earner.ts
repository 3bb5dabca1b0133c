import { fen, negate, subtract, type Fen } from '../money';
import { lines, earnerAccount, type Line } from './accounts';

/** What stands on an earner's account, as far as it can be moved. */
export type Purse = {
  readonly earnerId: string;
  readonly available: Fen;
  readonly receivable: Fen;
};

/** A movement: what the journal says of it, and the purse afterwards. */
export type Moved = { readonly purse: Purse; readonly lines: Line[] };

const bucketsOf = (earnerId: string) => ({
  pending: earnerAccount(earnerId, 'pending'),
  available: earnerAccount(earnerId, 'available'),
  receivable: earnerAccount(earnerId, 'receivable'),
});

/** Takes from what an earner is still to earn. */
export const drawPending = (earnerId: string, amount: Fen): Line[] =>
  lines([earnerAccount(earnerId, 'pending'), amount]);

/** Gives back to what an earner is still to earn; exactly undoes `drawPending`. */
export const creditPending = (earnerId: string, amount: Fen): Line[] =>
  drawPending(earnerId, negate(amount));

/** E4 after the hold, and E11: what is available is taken first; what it cannot cover the earner owes. */
export const draw = (purse: Purse, amount: Fen): Moved => {
  const { available, receivable } = bucketsOf(purse.earnerId);
  const covered = fen(Math.min(purse.available, amount));
  const owed = subtract(amount, covered);
  return {
    purse: {
      ...purse,
      available: subtract(purse.available, covered),
      receivable: fen(purse.receivable + owed),
    },
    lines: lines([available, covered], [receivable, owed]),
  };
};

/** Money for an earner, after the hold: what they owe is repaid first, the rest is available. */
export const credit = (purse: Purse, amount: Fen): Moved => {
  const { available, receivable } = bucketsOf(purse.earnerId);
  const repaid = fen(Math.min(purse.receivable, amount));
  const free = subtract(amount, repaid);
  return {
    purse: {
      ...purse,
      available: fen(purse.available + free),
      receivable: subtract(purse.receivable, repaid),
    },
    lines: lines([receivable, negate(repaid)], [available, negate(free)]),
  };
};

/** E3: a share leaves its hold. */
export const mature = (purse: Purse, share: Fen): Moved => {
  const { purse: after, lines: credited } = credit(purse, share);
  return { purse: after, lines: [...drawPending(purse.earnerId, share), ...credited] };
};

/** E15: an earner's part of a membership. Nobody can ask for it back any more, so it is not held. */
export const earn = (purse: Purse, part: Fen): Moved => {
  const { purse: after, lines: credited } = credit(purse, part);
  return { purse: after, lines: [...lines(['teachersDue', part]), ...credited] };
};

/** E8: so much is set aside to be paid out. Throws where an earner has not as much, or owes something. */
export const setAside = (purse: Purse, amount: Fen): Moved => {
  if (purse.available < amount || purse.receivable > 0) {
    throw new Error(`${purse.earnerId} has not ${amount} fen to be paid out`);
  }
  const { available } = bucketsOf(purse.earnerId);
  return {
    purse: { ...purse, available: subtract(purse.available, amount) },
    lines: lines([available, amount], ['payoutTransit', negate(amount)]),
  };
};

/** E10: a payout came to nothing. The money is credited again, so that what is owed meanwhile is repaid by it. */
export const takeBack = (purse: Purse, amount: Fen): Moved => {
  const { purse: after, lines: credited } = credit(purse, amount);
  return { purse: after, lines: [...lines(['payoutTransit', amount]), ...credited] };
};

/** E9: a payout reached the earner, from the bank or from what a provider holds. */
export const paidOutLines = (from: 'bank' | `psp:${string}`, amount: Fen): Line[] =>
  lines(['payoutTransit', amount], [from, negate(amount)]);

/** E17: the shop gives up on what an earner owes. */
export const writeOff = (purse: Purse, amount: Fen): Moved => {
  if (purse.receivable < amount) throw new Error(`${purse.earnerId} does not owe ${amount} fen`);
  const { receivable } = bucketsOf(purse.earnerId);
  return {
    purse: { ...purse, receivable: subtract(purse.receivable, amount) },
    lines: lines(['expense:goodwill', amount], [receivable, negate(amount)]),
  };
};
