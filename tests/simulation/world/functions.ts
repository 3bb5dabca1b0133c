import { handler as cancelOrder } from '../../../cloudfunctions/cancelOrder';
import { handler as closeUnpaidOrders } from '../../../cloudfunctions/closeUnpaidOrders';
import { handler as confirmPayment } from '../../../cloudfunctions/confirmPayment';
import { handler as createOrder } from '../../../cloudfunctions/createOrder';
import { handler as deliverOutbox } from '../../../cloudfunctions/deliverOutbox';
import { handler as getEarnings } from '../../../cloudfunctions/getEarnings';
import { handler as getOffers } from '../../../cloudfunctions/getOffers';
import { handler as keepBooks } from '../../../cloudfunctions/keepBooks';
import { handler as manageMoney } from '../../../cloudfunctions/manageMoney';
import { handler as manageMyData } from '../../../cloudfunctions/manageMyData';
import { handler as openLesson } from '../../../cloudfunctions/openLesson';
import { handler as payCallback } from '../../../cloudfunctions/payCallback';
import { handler as redeem } from '../../../cloudfunctions/redeem';
import { handler as refund } from '../../../cloudfunctions/refund';
import { handler as resumePayment } from '../../../cloudfunctions/resumePayment';
import { handler as reviewRefund } from '../../../cloudfunctions/reviewRefund';
import { handler as saveProgress } from '../../../cloudfunctions/saveProgress';
import { handler as submitRefunds } from '../../../cloudfunctions/submitRefunds';
import type { Ports } from '../../../server/ports';

/** What a function answers, as far as a phone or WeChat looks at it. */
export type Answer = {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

type Opened = (ports: Ports) => (event: unknown) => Promise<unknown>;

/** The real functions of the shop, with their ports still open. */
export const FUNCTIONS = {
  createOrder,
  resumePayment,
  confirmPayment,
  cancelOrder,
  payCallback,
  refund,
  reviewRefund,
  openLesson,
  saveProgress,
  getOffers,
  redeem,
  getEarnings,
  manageMoney,
  manageMyData,
  closeUnpaidOrders,
  submitRefunds,
  deliverOutbox,
  keepBooks,
} as unknown as Readonly<Record<string, Opened>>;
