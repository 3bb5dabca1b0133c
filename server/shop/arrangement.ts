import type { manageShop } from '../../shared/catalogue/contract';
import type { Input } from '../../shared/contract';
import type { Result } from '../../shared/result';
import type { Context } from '../context';
import type { ShopSettings } from './settings';

type ShopInput = Input<typeof manageShop>;

/** Every input of `manageShop` that changes something. */
export type ChangingInput = Exclude<ShopInput, { action: 'read' }>;

/** What an admin's action makes of the shop's settings. */
export type ShopChange = Partial<Omit<ShopSettings, '_id' | 'version'>>;

export type Outcome = Result<ShopChange, (typeof manageShop)['errors'][number]>;

/** What one action makes of the shop as it is; nothing is written here. */
export type Arrange<Action extends ChangingInput['action']> = (
  input: Extract<ChangingInput, { action: Action }>,
  shop: ShopSettings,
  tools: Pick<Context, 'db' | 'ids'>,
) => Promise<Outcome>;
