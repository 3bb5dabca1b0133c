/** One call of a function, as races are told from: who was at work at the same time, on what. */
export type CallRecord = {
  readonly name: string;
  readonly who: string;
  /** Everything the event names: orders, refunds, items, requests. */
  readonly subjects: readonly string[];
  readonly from: number;
  to?: number;
  outcome?: 'done' | 'failed' | 'crashed';
  /** The code of the answer, `ok` when it was one. */
  code?: string;
};

const FIELDS = [
  'orderId',
  'refundId',
  'requestId',
  'outTradeNo',
  'OutTradeNo',
  'lessonId',
  'couponId',
  'affiliateId',
  'code',
  'payoutId',
  'action',
];

/** What an event is about. */
export const subjectsOf = (event: Readonly<Record<string, unknown>>): string[] => {
  const item = event['item'] as { id?: string } | undefined;
  const named = FIELDS.flatMap((field) =>
    typeof event[field] === 'string' ? [String(event[field])] : [],
  );
  return item?.id === undefined ? named : [...named, item.id];
};

/** Whether two calls were under way at the same moment. */
export const overlaps = (one: CallRecord, other: CallRecord): boolean =>
  one !== other && one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity);
