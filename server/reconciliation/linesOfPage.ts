import type { Difference } from '../differences/difference';
import { differencesOf } from '../differences/differences';
import { ordersOf } from '../orders/orders';
import type { BillLine, ProviderName } from '../payments';
import { refundsOf } from '../refunds/refunds';
import { sideBySide } from '../sideBySide';
import { bookedFor } from './booked';
import { hearLine, type Bookkeeper, type LineOutcome } from './lineDoor';
import { oursOf, refundIdsOf, type Ours } from './pageOfBill';
import { NOTHING_YET, tallied, type Tally } from './reconciliation';

/** A page of a provider's bill of one day. */
export type BillPage = {
  readonly provider: ProviderName;
  readonly date: string;
  readonly lines: readonly BillLine[];
};

const AT_ONCE = 8;

/** Hears every line of a page and counts what came of it, and what the journal has for it afterwards. Safe to repeat. */
export const settlePage = async (
  ports: Bookkeeper,
  page: BillPage,
  now: number,
): Promise<Tally> => {
  const before = await oursOf(ports.db, ports.ids, page);
  const { provider } = page;
  const outcomes = await sideBySide(page.lines, AT_ONCE, (line) =>
    heard(ports, () => hearLine({ ports, provider, line, ours: before, now }), line),
  );
  const changed = outcomes.some((outcome) => outcome !== 'matched');
  const ours = changed ? await oursOf(ports.db, ports.ids, page) : before;
  await markBilled(ports, page, { ours, now });
  return page.lines
    .map((line, at) => tallyOf(ports, { provider, line, ours }, outcomes[at] ?? 'undecided'))
    .reduce(tallied, NOTHING_YET);
};

/** A line that cannot be dealt with holds up none of the others. */
const heard = async (
  { log }: Bookkeeper,
  hear: () => Promise<LineOutcome>,
  { orderId }: BillLine,
): Promise<LineOutcome> => {
  try {
    return await hear();
  } catch (error) {
    log({ level: 'error', event: 'bill line failed', orderId, error: String(error) });
    return 'undecided';
  }
};

type Heard = { provider: ProviderName; line: BillLine; ours: Ours };

const tallyOf = ({ ids }: Bookkeeper, heardLine: Heard, outcome: LineOutcome): Tally => {
  const { line, ours } = heardLine;
  const isOpen =
    outcome === 'undecided' ||
    ours.differences.some((each) => each.kind !== 'missingThere' && isAbout(each, line));
  const journal = bookedFor(ids, heardLine);
  const amounts =
    line.kind === 'payment' ? { paid: line.amount } : { refunded: takenOut(line, journal) };
  const counted = isOpen ? 'open' : outcome === 'repaired' ? 'repaired' : 'matched';
  return { ...NOTHING_YET, [counted]: 1, ...amounts, fees: line.fee, journal };
};

/** A bill says how a refund stood when it was written; one that was under way then may have arrived since. */
const takenOut = (line: BillLine & { kind: 'refund' }, journal: number): number =>
  line.outcome === 'succeeded' || journal < 0 ? line.amount : 0;

/** Whether a difference is about the very payment or refund of a line. */
const isAbout = (difference: Difference, line: BillLine): boolean =>
  difference.orderId === line.orderId &&
  (line.kind === 'payment'
    ? difference.transactionId === line.transactionId
    : difference.refundId === line.refundId);

/** Notes on orders and refunds that a bill had them; what is never noted so is missing there. */
const markBilled = async (
  ports: Bookkeeper,
  page: BillPage,
  { ours, now }: { ours: Ours; now: number },
): Promise<void> => {
  const { db, ids } = ports;
  const { provider, date, lines } = page;
  const paid = lines.flatMap((line) => {
    const order = ours.orders.find(({ _id }) => _id === line.orderId);
    const isOurs = line.kind === 'payment' && order?.paid?.transactionId === line.transactionId;
    return isOurs && order && !order.billedOn ? [line] : [];
  });
  const refundIds = lines.flatMap((line) =>
    line.kind === 'refund' ? refundIdsOf(ids, provider, line) : [],
  );
  const refunded = ours.refunds
    .filter(({ _id, billedOn }) => refundIds.includes(_id) && !billedOn)
    .map(({ _id }) => _id);
  const paidIds = paid.map(({ orderId }) => orderId);
  await Promise.all([
    paid.length > 0 && ordersOf(db).markBilled(paidIds, date),
    refunded.length > 0 && refundsOf(db).markBilled(refunded, date),
    clearMissing(ports, page, { ours, now }),
  ]);
};

/** What was missed before and is in this bill after all is missed no longer. */
const clearMissing = async (
  { db, ids }: Bookkeeper,
  { date, lines }: BillPage,
  { ours, now }: { ours: Ours; now: number },
): Promise<void> => {
  const found = ours.differences.filter(
    (difference) =>
      difference.kind === 'missingThere' && lines.some((line) => isAbout(difference, line)),
  );
  const text = `在 ${date} 的账单中找到`;
  for (const { _id } of found) {
    const resolution = { at: now, by: 'rule', kind: 'clearedUp', text };
    await differencesOf(db, ids).resolve(_id, resolution);
  }
};
