import type { Transfer, TransferNews, Transfers } from '../../../server/transfers';
import { unknown } from '../../../server/payments';
import type { ProviderTransfer } from './orderBook';
import type { Agenda, ProviderWorld } from './world';

const MINUTE = 60_000;
/** Who does not confirm a transfer within a day does not get it (W23). */
const CONFIRM_MS = 24 * 60 * MINUTE;

/** How a transfer stands, in the words of the port. */
const newsOf = ({ number, state }: ProviderTransfer): TransferNews =>
  ({
    WAIT_USER_CONFIRM: {
      kind: 'waitingForEarner',
      confirmation: { mchId: 'm', appId: 'a', package: number },
    },
    SUCCESS: { kind: 'done', reference: `bill${number}` },
    FAIL: { kind: 'failed', reason: 'NOT_CONFIRMED' },
  })[state] as TransferNews;

/** The teacher takes the money after a while, or never. */
const begin = (transfer: ProviderTransfer, { fortune }: ProviderWorld, agenda: Agenda): void => {
  const isTaken = !fortune.strikes('transferNotConfirmed', transfer.number);
  const wait = isTaken ? fortune.roll(`confirm/${transfer.number}`) * 30 * MINUTE : CONFIRM_MS;
  agenda.after(wait, `transfer ${transfer.number} ends`, () => {
    transfer.state = isTaken ? 'SUCCESS' : 'FAIL';
  });
};

/**
 * 商家转账 of one call, as far as the shop's port to it goes: the same number is the same transfer, an answer may be lost,
 * and only a query tells how it ended.
 */
export const transferDesk = (
  world: ProviderWorld,
  agenda: Agenda,
): Pick<Transfers, 'submit' | 'query'> => {
  const { book, fortune } = world;
  const ask = async <Told>(name: string, { number }: Transfer, told: () => Told) => {
    try {
      return await world.io(`transfers.${name}`, () => {
        const about = `${name}/${number}`;
        if (fortune.strikes('transportFails', about)) throw new Error('request timeout');
        const answer = told();
        if (fortune.strikes('acceptedThenError', about)) throw new Error('request timeout');
        return answer;
      });
    } catch (error) {
      return unknown(String(error));
    }
  };

  const take = ({ number, openid, amount }: Transfer): TransferNews => {
    const known = book.transfers.get(number);
    if (known) return newsOf(known);
    const taken: ProviderTransfer = { number, openid, amount, state: 'WAIT_USER_CONFIRM' };
    book.transfers.set(number, taken);
    begin(taken, world, agenda);
    return newsOf(taken);
  };

  return {
    submit: (transfer) => ask('submit', transfer, () => take(transfer)),
    query: (transfer) =>
      ask('query', transfer, () => {
        const known = book.transfers.get(transfer.number);
        return known ? newsOf(known) : ({ kind: 'absent' } as const);
      }),
  };
};
