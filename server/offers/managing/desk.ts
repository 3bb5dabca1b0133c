import type { ErrorOf, Input, Output } from '../../../shared/contract';
import type { manageOffers } from '../../../shared/offers/contract';
import type { Result } from '../../../shared/result';
import type { Context } from '../../context';
import type { ShopSettings } from '../../shop/settings';

type Asked = Input<typeof manageOffers>;

/** What is asked for by one action. */
export type Asking<Action extends Asked['action']> = Extract<Asked, { action: Action }>;

export type Answer = Promise<Result<Output<typeof manageOffers>, ErrorOf<typeof manageOffers>>>;

/** What an action is given beside its input. */
export type Desk = Context & {
  readonly shop: ShopSettings;
  /** Who asks. */
  readonly userId: string;
  /** Whether the whole shop is theirs to decide on; a teacher's own courses otherwise. */
  readonly mayAll: boolean;
};
