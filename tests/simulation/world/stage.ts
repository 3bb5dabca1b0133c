import type { Difference } from '../../../server/differences/difference';
import type { Claim } from '../../../server/offers/claim';
import type { Order } from '../../../server/orders/order';
import type { Payout } from '../../../server/payouts/payout';
import type { Proposal } from '../../../server/proposals/proposal';
import type { Reconciliation } from '../../../server/reconciliation/reconciliation';
import type { Refund } from '../../../server/refunds/refund';
import type { Provider } from '../provider';
import type { Process, Site } from '../schedule';
import type { Answer } from './functions';

/** Who calls, in the platform's words. */
export type Caller = { readonly openid?: string; readonly source: string };

/** What stories are told on: the shop's functions, WeChat Pay, and a look at what is stored. */
export interface Stage {
  readonly provider: Provider;
  /** Where actors think: nothing goes wrong with a thought. */
  readonly THOUGHT: Site;
  readonly AT_CASHIER: Site;
  /** Calls a function of the shop in a process of its own. */
  call(name: string, event: object, caller: Caller): Process<Answer>;
  /** Runs a timer, and again when it failed, as the platform does. */
  runTimer(name: string): Promise<void>;
  /** Virtual time, epoch ms. */
  now(): number;
  /** Does something that is nobody's I/O, in its turn. */
  doAtOnce(act: () => void): Promise<void>;
  /** Changes fields of a document behind the shop's back. */
  change(collection: string, id: string, fields: object): void;
  /** Somebody's orders, oldest first. */
  ordersOf(openid: string): Order[];
  /** Every document of a collection as it is now. */
  documents<Name extends keyof Stored>(collection: Name): readonly Stored[Name][];
}

export type Stored = {
  orders: Order;
  refunds: Refund;
  couponClaims: Claim;
  payouts: Payout;
  differences: Difference;
  proposals: Proposal;
  reconciliations: Reconciliation;
};
