import type { ItemKind } from '../../shared/orders/contract';
import type { RefundRule } from '../../shared/refunds/rule';
import { one, type Database, type Read } from '../database';

/** The one document that says what the shop is like: `settings/shop`. It exists from the first deploy on. */
export type ShopSettings = {
  readonly _id: 'shop';
  /** Goes up by one with every change an admin makes. */
  readonly version: number;
  readonly shopName: string;
  readonly banners: readonly Banner[];
  /** Course ids, in the order the home page shows them. */
  readonly recommended: readonly string[];
  /** In the order they are shown; names are unique. */
  readonly categories: readonly Category[];
  readonly plans: readonly MembershipPlan[];
  readonly refundRule: RefundRule;
  /**
   * The teacher's part of what is paid for each kind of item, in basis points; frozen into each order, so that a change
   * is for orders to come (X16). Of a membership it is divided among the teachers its member studies with.
   */
  readonly teacherShare: Readonly<Record<ItemKind, number>>;
  /** The affiliate's part of what is paid for a course, in basis points; 0 where the shop has no affiliates. */
  readonly affiliateShare: number;
};

export type Banner = { readonly courseId: string; readonly title: string };

export type Category = {
  readonly categoryId: string;
  readonly name: string;
  readonly description: string;
  /** The name of an icon of the component library. */
  readonly icon: string;
};

export type MembershipPlan = {
  readonly planId: string;
  readonly name: string;
  readonly days: number;
  /** Fen. */
  readonly price: number;
  readonly perks: readonly string[];
};

/** What a new environment starts with. */
export const NEW_SHOP: ShopSettings = {
  _id: 'shop',
  version: 1,
  shopName: '知识店铺',
  banners: [],
  recommended: [],
  categories: [],
  plans: [],
  refundRule: { days: 7, maxPercent: 20, teacherLimit: 20_000 },
  // An hour of teaching brings the same share whichever way the learner paid.
  teacherShare: { course: 7000, membership: 7000 },
  affiliateShare: 0,
};

/** The read of the shop's settings, to be fetched together with others. */
export const readShop = (): Read<ShopSettings, false> =>
  one<ShopSettings>('settings', { _id: 'shop' });

/** The refund rule as a buyer reads it before paying. */
export const refundSentence = ({ days, maxPercent }: RefundRule): string =>
  `购买后 ${days} 天内且学习进度不超过 ${maxPercent}% 可申请退款`;

/**
 * The settings as they were read, with what a new shop has for whatever was added since they were written; an environment
 * without them is not deployed, which is a bug.
 */
export const existing = (shop: ShopSettings | undefined): ShopSettings => {
  if (!shop) throw new Error('the settings document is missing: deploy or seed first');
  return { ...NEW_SHOP, ...shop };
};

/** The settings document. */
export const shopSettings = (db: Database) => {
  const settings = db.collection<ShopSettings>('settings');
  return {
    /** The shop as it is now. */
    async read(): Promise<ShopSettings> {
      return existing(await settings.get('shop'));
    },

    /** Writes what an admin arranged, unless somebody else did meanwhile; then false. */
    replace(
      { version }: ShopSettings,
      change: Partial<Omit<ShopSettings, '_id' | 'version'>>,
    ): Promise<boolean> {
      return settings.updateIf(
        { _id: 'shop', version },
        { set: { ...change, version: version + 1 } },
      );
    },
  };
};
