import type { Host } from '../runtime/host';
import { ApiFailure, asyncApis, type ApiTable } from './asyncApi';
import { askCloud } from './cloudHttp';
import { openCashier, type Bill } from './panels/cashier';

interface PaymentOptions {
  package: string;
}

interface VirtualPaymentOptions {
  signData: string;
  paySig: string;
  signature: string;
  mode: string;
}

const CANCEL_CODE = -2; // virtual payment's code for a person who backed out

/** WeChat's cashier, with the local cloud's order book behind it. */
export function paymentApi(host: Host): ApiTable {
  return asyncApis({
    requestPayment: async (options: PaymentOptions) => {
      const prepayId = /^prepay_id=(.+)$/.exec(options.package ?? '')?.[1];
      if (!prepayId) throw new ApiFailure('package is not prepay_id=…');
      const bill = await askCloud<Bill>(
        host.phone,
        `pay/by-prepay/${encodeURIComponent(prepayId)}`,
      );
      await payAtCashier(host, bill, new ApiFailure('cancel'));
    },
    requestVirtualPayment: async (options: VirtualPaymentOptions) => {
      const { signData, paySig, signature, mode } = options;
      const order = { signData, paySig, signature, mode };
      const { outTradeNo } = await askCloud<Bill>(host.phone, 'virtual-payment', order);
      const bill = await askCloud<Bill>(host.phone, orderPath(outTradeNo));
      await payAtCashier(host, bill, new ApiFailure('user cancel', { errCode: CANCEL_CODE }));
    },
  });
}

async function payAtCashier({ phone }: Host, bill: Bill, cancelled: ApiFailure): Promise<void> {
  const path = orderPath(bill.outTradeNo);
  const paid = await openCashier(bill, () => askCloud(phone, path, { action: 'pay' }));
  if (paid) return;
  await askCloud(phone, path, { action: 'cancel' });
  throw cancelled;
}

function orderPath(outTradeNo: string): string {
  return `pay/${encodeURIComponent(outTradeNo)}`;
}
