import { fen, formatYuan, parseYuan, ZERO, type Fen } from '../../../../../shared/money';
import type { CourseDraft } from '../../../../../shared/teaching/contract';
import { dayAfter, endOfDay, lastDayBefore, startOfDay } from '../../../../lib/calendar';
import { day } from '../../../../lib/format';

/** The prices of a course as its teacher types them: in yuan, the days of a sale as `2026-11-23`. */
export type PriceForm = {
  readonly price: string;
  readonly onSale: boolean;
  readonly salePrice: string;
  readonly saleFrom: string;
  /** Its last day. */
  readonly saleTo: string;
  /** Empty for no price of its own. */
  readonly memberPrice: string;
  readonly memberFree: boolean;
};

const HIGHEST_PRICE = fen(100_000_000);
const USUAL_SALE_DAYS = 7;

/** A price typed in yuan, in fen; undefined for what is no price this shop can ask. */
export const readPrice = (typed: string): Fen | undefined => {
  const price = parseYuan(typed);
  return price !== undefined && price >= ZERO && price <= HIGHEST_PRICE ? price : undefined;
};

/** No price yet, and the days a sale would have that began now. */
export const emptyPrices = (now: number): PriceForm => ({
  price: '',
  onSale: false,
  salePrice: '',
  saleFrom: day(now),
  saleTo: dayAfter(now, USUAL_SALE_DAYS),
  memberPrice: '',
  memberFree: false,
});

type Draft = Pick<CourseDraft, 'price' | 'sale' | 'memberPrice' | 'memberFree'>;

/** The prices of a saved course. */
export const pricesOf = ({ price, sale, memberPrice, memberFree }: Draft): PriceForm => ({
  ...emptyPrices(Date.now()),
  price: formatYuan(price),
  ...(sale && {
    onSale: true,
    salePrice: formatYuan(sale.price),
    saleFrom: day(sale.from),
    saleTo: lastDayBefore(sale.to),
  }),
  memberPrice: memberPrice === undefined ? '' : formatYuan(memberPrice),
  memberFree,
});

/** Whether what is typed is a price below the list price. */
const isLower = (typed: string, { price }: PriceForm): boolean =>
  (readPrice(typed) ?? HIGHEST_PRICE) < (readPrice(price) ?? ZERO);

type Check = (form: PriceForm) => string | false;

/** What can be wrong with prices; how low they may go, the server knows. */
export const PRICE_CHECKS: readonly (readonly [keyof PriceForm, Check])[] = [
  ['price', ({ price }) => readPrice(price) === undefined && '请填写价格，最多两位小数，0 为免费'],
  ['salePrice', (form) => form.onSale && !isLower(form.salePrice, form) && '限时价须低于原价'],
  [
    'saleTo',
    ({ onSale, saleFrom, saleTo }) => onSale && saleTo < saleFrom && '结束日期不能早于开始日期',
  ],
  [
    'memberPrice',
    (form) =>
      form.memberPrice.trim() !== '' && !isLower(form.memberPrice, form) && '会员价须低于原价',
  ],
];

const saleOf = ({ onSale, salePrice, saleFrom, saleTo }: PriceForm) =>
  onSale && {
    sale: { price: readPrice(salePrice) ?? ZERO, from: startOfDay(saleFrom), to: endOfDay(saleTo) },
  };

/** What `editCourse` takes of prices without problems. */
export const priceFields = (form: PriceForm) => {
  const memberPrice = readPrice(form.memberPrice);
  return {
    price: readPrice(form.price) ?? ZERO,
    memberFree: form.memberFree,
    ...saleOf(form),
    ...(memberPrice !== undefined && { memberPrice }),
  };
};
