import type { CloudOptions } from '../options';

/** WeChat's ordinary rates (money V2). */
const FEE_RATES = { cloudPay: 0.006, virtualPay: 0.01 };

/** What each channel keeps of a payment, as a part of one. */
export const feeRatesOf = ({ payments }: CloudOptions) => payments?.feeRates ?? FEE_RATES;
