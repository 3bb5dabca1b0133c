import type { FaultKnobs } from '../../faults/faults';
import type { OrderBook } from '../orderBook';
import type { RefundDesk } from '../refundDesk';
import type { BillLinks } from './bill';

/** What the server interfaces of virtual payment work with. */
export interface XpayParts {
  book: OrderBook;
  refunds: RefundDesk;
  faults: FaultKnobs;
  /** Undefined when virtual payment is not set up: then every signature is wrong. */
  appKeys: { live: string; sandbox: string } | undefined;
  /** What virtual payment keeps of each payment, as a part of one. */
  feeRate: number;
  bills: BillLinks;
  /** The function told of refunds. */
  pushTo: { functionName: string; env: string } | undefined;
}
