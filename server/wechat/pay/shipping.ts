import { unknown, type DeliveredOrder, type Unknown } from '../../payments';
import type { Sdk } from '../sdk';

type ShippingApi = {
  wxa: { sec: { order: { uploadShippingInfo(request: object): Promise<{ errCode?: number }> } } };
};

/** Number kind 2: WeChat Pay's own; logistics type 3: virtual goods; delivery mode 1: all at once. */
const BY_TRANSACTION = 2;
const VIRTUAL_GOODS = 3;
const AT_ONCE = 1;

/** The second report of a payment is refused with these words; the code is not documented. */
const REPORTED_BEFORE = /已(完成)?发货|重新发货/;

const BEIJING_MS = 8 * 60 * 60 * 1000;
const rfc3339 = (ms: number) => new Date(ms + BEIJING_MS).toISOString().replace('Z', '+08:00');

/**
 * `wxa.sec.order.uploadShippingInfo`: some mini-programs get their money only after saying that the goods were
 * delivered (W24). Virtual goods are delivered when they open.
 */
export const reportShipping = async (
  cloud: Sdk,
  { transactionId, openid, title, now }: DeliveredOrder,
): Promise<{ kind: 'done' } | Unknown> => {
  const { openapi } = cloud as unknown as { openapi: ShippingApi };
  try {
    await openapi.wxa.sec.order.uploadShippingInfo({
      orderKey: { orderNumberType: BY_TRANSACTION, transactionId },
      logisticsType: VIRTUAL_GOODS,
      deliveryMode: AT_ONCE,
      shippingList: [{ itemDesc: [...title].slice(0, 60).join('') }],
      uploadTime: rfc3339(now),
      payer: { openid },
    });
    return { kind: 'done' };
  } catch (error) {
    const { errCode, errMsg } = error as { errCode?: number; errMsg?: string };
    if (REPORTED_BEFORE.test(errMsg ?? '')) return { kind: 'done' };
    return unknown(`${String(errCode)} ${String(errMsg ?? error)}`);
  }
};
