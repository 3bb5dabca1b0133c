import type { PayApi } from '../../gateway/payAction';
import type { Sharing } from '../sharing/sharingDesk';
import type { ShareReturn } from '../sharing/shareReturns';
import { fen, field, refused, success, type PayAnswer } from './answer';
import { merchantOf, type CloudPayParts } from './parts';

/** 分账回退: only a merchant can give back what it was given, at once; people cannot (money W22). */
export function returnApis(parts: CloudPayParts): Record<string, PayApi> {
  return {
    profitSharingReturn: (params) => {
      const merchant = merchantOf(params, parts);
      const sharing = parts.sharings.find(field(params, 'out_order_no'));
      if (!sharing) return refused(merchant, 'SHARING_NOT_EXIST');
      if (field(params, 'return_account_type') !== 'MERCHANT_ID')
        return refused(merchant, 'RECEIVER_INVALID');
      const wanted = wantedBy(params);
      if (!wanted) return refused(merchant, 'PARAM_ERROR', 'return_amount');
      const { shareReturns } = parts;
      const known = shareReturns.find(wanted.outReturnNo);
      if (!known && wanted.amount > leftOf(sharing, wanted, parts))
        return refused(merchant, 'SHARE_EXCEEDED');
      return success(merchant, fieldsOf(known ?? shareReturns.add(wanted)));
    },
    profitSharingReturnQuery: (params) => {
      const merchant = merchantOf(params, parts);
      const known = parts.shareReturns.find(field(params, 'out_return_no'));
      return known ? success(merchant, fieldsOf(known)) : refused(merchant, 'SHARING_NOT_EXIST');
    },
  };
}

function wantedBy(params: Record<string, unknown>): ShareReturn | undefined {
  const amount = fen(params, 'return_amount');
  const outReturnNo = field(params, 'out_return_no');
  if (amount === undefined || !outReturnNo) return undefined;
  const account = field(params, 'return_account');
  return { outReturnNo, outOrderNo: field(params, 'out_order_no'), account, amount };
}

/** What a merchant still has of what it was given by a sharing that arrived. */
function leftOf(
  { parts: given, result, outOrderNo }: Sharing,
  { account }: ShareReturn,
  { shareReturns }: CloudPayParts,
): number {
  const part = given.find((each) => each.type === 'MERCHANT_ID' && each.account === account);
  if (!part || result !== 'SUCCESS') return 0;
  return part.amount - shareReturns.returned(outOrderNo, account);
}

function fieldsOf({ outReturnNo, outOrderNo, account, amount }: ShareReturn): PayAnswer {
  return {
    out_order_no: outOrderNo,
    out_return_no: outReturnNo,
    return_account_type: 'MERCHANT_ID',
    return_account: account,
    return_amount: amount,
    result: 'SUCCESS',
  };
}
