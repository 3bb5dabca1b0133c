import { holderOf } from '../access/holder';
import type { User } from '../accounts/user';
import type { EarnerAccount } from '../earnings/earnerAccounts';
import { newAccount } from '../earnings/earnerAccounts';
import type { JournalEntry } from '../journal/journal';
import type { MemberStudy } from '../learning/memberStudy';
import type { Claim } from '../offers/claim';
import type { Order } from '../orders/order';
import type { Payout } from '../payouts/payout';
import type { Pool } from '../pools/pool';
import type { Proposal } from '../proposals/proposal';
import type { Refund } from '../refunds/refund';
import type { Moment, Violation } from './check';
import { auditClaim, holderOfClaim } from './claim';
import { auditSeats } from './course';
import { auditEntry } from './entry';
import { foldOf, earnersOf, total } from './fold';
import { auditOrder } from './order';
import type { OpenDifference, OrderCase, ProviderTruth } from './order/orderCase';
import { isUnderWay } from './order/refunds';
import { auditPayout } from './payout';
import { auditProposal } from './proposal';
import { auditBooks } from './shop';
import { auditStudy } from './study';
import { auditEarner, isOnItsWay } from './earner';
import { auditUser } from './user';

/** Every document about money, as lists: a whole small shop in memory. */
export type MoneyDocuments = {
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly journal: readonly JournalEntry[];
  readonly users: readonly Pick<User, '_id' | 'rights'>[];
  readonly seatPools: readonly Pool[];
  readonly couponPools?: readonly Pool[];
  readonly couponClaims?: readonly Claim[];
  readonly earnerAccounts?: readonly EarnerAccount[];
  readonly payouts?: readonly Payout[];
  readonly proposals?: readonly Proposal[];
  readonly memberStudy?: readonly MemberStudy[];
  readonly differences?: readonly (OpenDifference & {
    readonly orderId?: string;
    readonly status: 'open' | 'resolved';
  })[];
  /** What the providers have in their own books, by order. */
  readonly providers?: Readonly<Record<string, ProviderTruth>>;
};

const byId = <T extends { readonly _id: string }>(all: readonly T[] | undefined, id?: string) =>
  all?.find(({ _id }) => _id === id);

/** The case file of one order; undefined when there is no such order. */
export const orderCaseIn = (documents: MoneyDocuments, orderId: string): OrderCase | undefined => {
  const order = byId(documents.orders, orderId);
  if (!order) return undefined;
  const holder = byId(documents.users, holderOf(order));
  return {
    order,
    refunds: documents.refunds.filter((refund) => refund.orderId === orderId),
    entries: documents.journal.filter((entry) => entry.orderId === orderId),
    ...(holder && { holder }),
    ...besides(order, documents),
    ...studiesOf(order, documents),
  };
};

const studiesOf = ({ _id }: Order, { memberStudy }: MoneyDocuments): Pick<OrderCase, 'studies'> =>
  memberStudy ? { studies: memberStudy.filter(({ orderId }) => orderId === _id) } : {};

/** What may or may not have been looked up. */
const besides = (
  { _id, coupon }: Order,
  { couponClaims, differences, proposals, providers }: MoneyDocuments,
): Pick<OrderCase, 'claim' | 'differences' | 'approvals' | 'provider'> => {
  const provider = providers?.[_id];
  return {
    ...(couponClaims && { claim: byId(couponClaims, coupon?.claimId) ?? null }),
    ...(differences && {
      differences: differences.filter((each) => each.orderId === _id && isOpen(each)),
    }),
    ...(proposals && { approvals: proposals.filter(isApproved).map((each) => each._id) }),
    ...(provider && { provider }),
  };
};

const isOpen = ({ status }: { readonly status: string }): boolean => status === 'open';
const isApproved = ({ status }: { readonly status: string }): boolean => status === 'approved';

/** Every violation in a whole small shop. */
export const auditAll = (documents: MoneyDocuments, moment: Moment): Violation[] => [
  ...auditSales(documents, moment),
  ...auditPools(documents, moment),
  ...auditMoney(documents, moment),
];

const auditSales = (documents: MoneyDocuments, moment: Moment): Violation[] => {
  const { orders, users, journal, proposals = [], memberStudy = [] } = documents;
  const files = orders.flatMap(({ _id }) => orderCaseIn(documents, _id) ?? []);
  return [
    ...files.flatMap((file) => auditOrder(file, moment)),
    ...users.flatMap((user) => auditUser({ user, orders }, moment)),
    ...journal.flatMap((entry) =>
      auditEntry({ entry, orderFound: byId(orders, entry.orderId) !== undefined }, moment),
    ),
    ...proposals.flatMap((proposal) => auditProposal(proposal, moment)),
    ...memberStudy.flatMap((study) => auditStudy(study, moment)),
  ];
};

const auditPools = (documents: MoneyDocuments, moment: Moment): Violation[] => {
  const { orders, seatPools, couponPools = [], couponClaims = [] } = documents;
  return [
    ...seatPools.flatMap((pool) =>
      auditSeats({ pool, orders: orders.filter(({ item }) => item.id === pool._id) }, moment),
    ),
    ...couponClaims.flatMap((claim) => {
      const order = byId(orders, holderOfClaim(claim));
      const pool = byId(couponPools, claim.couponId);
      return auditClaim({ claim, ...(order && { order }), ...(pool && { pool }) }, moment);
    }),
  ];
};

const auditMoney = (documents: MoneyDocuments, moment: Moment): Violation[] => {
  const {
    journal,
    orders,
    refunds,
    payouts = [],
    earnerAccounts = [],
    differences = [],
  } = documents;
  const balances = foldOf(journal);
  const amountOf = ({ amount }: { readonly amount: number }) => amount;
  const owned = (earnerId: string) => payouts.filter(({ earner }) => earner.userId === earnerId);
  return [
    ...payouts.flatMap((payout) => {
      const entries = journal.filter(({ payoutId }) => payoutId === payout._id);
      return auditPayout({ payout, entries, orders }, moment);
    }),
    ...earnersIn(documents).flatMap((earnerId) => {
      const account = byId(earnerAccounts, earnerId) ?? newAccount(earnerId);
      return auditEarner({ account, balances, payouts: owned(earnerId) }, moment);
    }),
    ...auditBooks(
      {
        balances,
        suspense: total(differences.filter(isOpen), ({ suspense }) => suspense),
        owed: total(refunds.filter(isUnderWay), amountOf),
        inTransit: total(payouts.filter(isOnItsWay), amountOf),
      },
      moment,
    ),
  ];
};

/** Everybody who has an account, in the books or beside them. */
const earnersIn = ({ journal, earnerAccounts = [] }: MoneyDocuments): string[] => [
  ...new Set([...earnerAccounts.map(({ _id }) => _id), ...earnersOf(Object.keys(foldOf(journal)))]),
];
