import { examine, type Moment, type Violation } from '../check';
import { BOOK_CHECKS } from './books';
import { DIVISION_CHECKS } from './division';
import { LIFE_CHECKS } from './life';
import type { OrderCase } from './orderCase';
import { COUPON_CHECKS } from './coupon';
import { PAYMENT_CHECKS } from './payment';
import { PROVIDER_CHECKS } from './provider';
import { REFUND_CHECKS } from './refunds';
import { RIGHT_CHECKS } from './rights';

/** All that is looked for in the case file of an order. */
export const ORDER_CHECKS = [
  ...RIGHT_CHECKS,
  ...PAYMENT_CHECKS,
  ...REFUND_CHECKS,
  ...BOOK_CHECKS,
  ...DIVISION_CHECKS,
  ...LIFE_CHECKS,
  ...COUPON_CHECKS,
  ...PROVIDER_CHECKS,
] as const;

/** Everything that is wrong with one order, its refunds, its entries and what it gave. */
export const auditOrder = (caseFile: OrderCase, moment: Moment): Violation[] =>
  examine(ORDER_CHECKS, { subject: caseFile.order._id, caseFile, moment });
