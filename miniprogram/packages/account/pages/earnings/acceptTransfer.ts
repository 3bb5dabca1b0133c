import type { PayoutRow } from '../../../../../shared/payouts/contract';
import { say } from '../../../../lib/say';

type Confirmation = NonNullable<PayoutRow['confirmation']>;

/** Newer than the oldest phones this shop runs on (wx.requestMerchantTransfer reference). */
const API = 'requestMerchantTransfer';

/** Shows WeChat's own page that hands over the money; what came of it, only the server can tell. */
export const acceptTransfer = (confirmation: Confirmation): Promise<void> => {
  if (!wx.canIUse(API)) {
    say('微信版本过低，请更新后再收款');
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    wx.requestMerchantTransfer({ ...confirmation, complete: () => resolve() });
  });
};
