import { rollOf } from './dice';

/** What a payment provider may do to us, each with a name that traces and reports use. */
export const ADVERSITIES = [
  'transportFails',
  'acceptedThenError',
  'failWithCodeZero',
  'closeOkButLands',
  'queryLags',
  'refundQueryLags',
  'refundStateGoesBack',
  'emptyRefundLists',
  'refundAbnormal',
  'refundClosed',
  'refundAbnormalThenPaid',
  'refundSlow',
  'refundPushSaysFailed',
  'wrongAmount',
  'wrongPayer',
  'wrongMerchant',
  'secondPayment',
  'billedLate',
  'transferNotConfirmed',
  'sharingClosed',
  'callbackLost',
  'callbackRepeated',
  'callbackTwins',
  'callbackDelayed',
  'callbackMalformed',
] as const;

export type Adversity = (typeof ADVERSITIES)[number];

/** How likely each is in one schedule; what is missing never happens. */
export type AdversityRates = Readonly<Partial<Record<Adversity, number>>>;

/**
 * Decides what goes wrong at the provider. Each decision hangs on its own name alone, so that leaving one out of a
 * failing schedule changes no other.
 */
export class Fortune {
  private readonly asked = new Map<string, number>();
  /** Every adversity that struck, by the name that drops it. */
  readonly struck: string[] = [];
  private isCalm = false;

  constructor(
    private readonly seed: number,
    private readonly rates: AdversityRates,
    private readonly dropped: ReadonlySet<string> = new Set(),
  ) {}

  /** Whether an adversity strikes this time; the same question asked again is another one. */
  strikes(adversity: Adversity, about: string): boolean {
    if (this.isCalm) return false;
    const rate = this.rates[adversity] ?? 0;
    if (rate === 0) return false;
    const name = this.nameOf(adversity, about);
    if (rollOf(this.seed, name) >= rate || this.dropped.has(name)) return false;
    this.struck.push(name);
    return true;
  }

  /** A number from 0 to below 1 that hangs on its name alone. */
  roll(about: string): number {
    return rollOf(this.seed, this.nameOf('roll', about));
  }

  /** From now on nothing goes wrong any more. */
  calm(): void {
    this.isCalm = true;
  }

  private nameOf(what: string, about: string): string {
    const key = `${what}@${about}`;
    const times = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, times);
    return `${key}#${times}`;
  }
}
