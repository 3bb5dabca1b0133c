import type { OrderStatus } from '../../shared/orders/machine';
import type { ItemKind, Payment, Platform } from '../../shared/orders/contract';
import { call, type PhoneReply } from './call';
import { referralOf } from './referral';

const PLATFORMS: readonly string[] = ['ios', 'android', 'ohos', 'windows', 'mac', 'devtools'];

/** Where the mini-program runs, as payment routes are chosen by; undefined for a system we do not know. */
export const platform = (): Platform | undefined => {
  const name = wx.getDeviceInfo().platform as string;
  return PLATFORMS.includes(name) ? (name as Platform) : undefined;
};

/** The session that virtual payment signs with; without one the server may still have another route. */
const loginCode = async (): Promise<string | undefined> => {
  try {
    return (await wx.login()).code || undefined;
  } catch {
    return undefined;
  }
};

const surroundings = async () => ({ platform: platform(), loginCode: await loginCode() });

/** Opens an order, or takes up the open one of the same item. One `requestId` for one intention to buy. */
export const openOrder = async (purchase: {
  requestId: string;
  kind: ItemKind;
  id: string;
  couponId?: string | undefined;
  /** Bought for somebody else, who claims it with a code. */
  gift?: boolean;
}): Promise<PhoneReply<'createOrder'>> => {
  const { requestId, kind, id, couponId, gift } = purchase;
  const affiliateId = kind === 'course' ? referralOf(id) : undefined;
  return call('createOrder', {
    requestId,
    item: { kind, id },
    ...(couponId && { couponId }),
    ...(gift && { gift }),
    ...(affiliateId && { affiliateId }),
    ...(await surroundings()),
  });
};

/** Asks for what is needed to go on paying an open order. */
export const resumeOrder = async (orderId: string): Promise<PhoneReply<'resumePayment'>> =>
  call('resumePayment', { orderId, ...(await surroundings()) });

/** What the cashier told the phone. Good for choosing the next page, never for opening anything. */
export type CashierWord = 'done' | 'cancelled' | 'failed';

/** Shows WeChat's cashier for a payment the server prepared. */
export const showCashier = async (payment: Payment): Promise<CashierWord> => {
  try {
    if (payment.provider === 'cloudPay') {
      const signType = payment.params.signType as 'MD5' | 'HMAC-SHA256' | 'RSA';
      await wx.requestPayment({ ...payment.params, signType });
    } else {
      await requestVirtualPayment(payment.params);
    }
    return 'done';
  } catch (failure) {
    return wasCancelled(failure) ? 'cancelled' : 'failed';
  }
};

const requestVirtualPayment = (
  params: Extract<Payment, { provider: 'virtualPay' }>['params'],
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // The typings want an object, the platform the very string that was signed (requestVirtualPayment reference).
    const signData = params.signData as unknown as WechatMiniprogram.SignData;
    wx.requestVirtualPayment({ ...params, signData, success: resolve, fail: reject });
  });

/** Both cashiers say `cancel` in errMsg; the virtual one also has errCode -2 (requestVirtualPayment reference). */
const wasCancelled = (failure: unknown): boolean => {
  const { errMsg = '', errCode } = failure as { errMsg?: string; errCode?: number };
  return errMsg.includes('cancel') || errCode === -2;
};

const PAID: readonly OrderStatus[] = ['paid', 'partiallyRefunded'];
const WAITING: readonly OrderStatus[] = ['reserving', 'pending', 'closing', 'late'];

/** Whether what the order bought is open. */
export const isPaid = (status: OrderStatus): boolean => PAID.includes(status);

/** Whether asking again may bring another answer. */
export const isUndecided = (status: OrderStatus): boolean => WAITING.includes(status);
