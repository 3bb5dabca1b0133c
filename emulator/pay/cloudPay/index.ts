import type { PayApi } from '../../gateway/payAction';
import { closeOrder } from './closeOrder';
import { downloadBill } from './downloadBill';
import type { CloudPayParts } from './parts';
import { queryOrder } from './queryOrder';
import { queryRefund } from './queryRefund';
import { refund } from './refund';
import { sharingApis } from './sharing';
import { unifiedOrder } from './unifiedOrder';

/** `cloud.cloudPay.*` by name. */
export function cloudPayApis(parts: CloudPayParts): Record<string, PayApi> {
  return {
    unifiedOrder: unifiedOrder(parts),
    queryOrder: queryOrder(parts),
    closeOrder: closeOrder(parts),
    refund: refund(parts),
    queryRefund: queryRefund(parts),
    downloadBill: downloadBill(parts),
    ...sharingApis(parts),
  };
}
