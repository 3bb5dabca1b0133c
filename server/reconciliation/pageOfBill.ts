import { many, oneOf, type Database } from '../database';
import { openDifferencesOf } from '../differences/differences';
import type { Difference } from '../differences/difference';
import type { JournalEntry } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersBy } from '../orders/orders';
import type { BillLine, ProviderName } from '../payments';
import type { Ids } from '../ports';
import type { Refund } from '../refunds/refund';
import { refundsBy } from '../refunds/refunds';

/** As many lines as are looked at together. */
export const PAGE_LINES = 100;

/** More than the documents of one page ever are. */
const MANY = 1000;

/** What the shop has of the lines of a page. */
export type Ours = {
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly entries: readonly JournalEntry[];
  /** Those that are open. */
  readonly differences: readonly Difference[];
};

/** The ids a refund of a line may have here: its number is ours, or it was begun at the provider. */
export const refundIdsOf = (
  ids: Ids,
  provider: ProviderName,
  line: BillLine & { readonly kind: 'refund' },
): string[] => [line.refundId, ids.derived('rfx', provider, line.refundId)];

/** Everything here about the lines of a page, in one round trip. */
export const oursOf = (
  db: Database,
  ids: Ids,
  { provider, lines }: { readonly provider: ProviderName; readonly lines: readonly BillLine[] },
): Promise<Ours> => {
  const orderIds = [...new Set(lines.map(({ orderId }) => orderId))];
  const refundIds = lines.flatMap((line) =>
    line.kind === 'refund' ? refundIdsOf(ids, provider, line) : [],
  );
  const options = { limit: MANY };
  return db.together({
    orders: ordersBy(orderIds),
    refunds: refundsBy(refundIds),
    entries: many<JournalEntry>('journal', { orderId: oneOf(orderIds) }, options),
    differences: openDifferencesOf(orderIds),
  });
};
