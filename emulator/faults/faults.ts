/** What may be made to go wrong; every knob is off at first. */
export interface Faults {
  /** Payment and refund callbacks never come, neither now nor by the retry ladder. */
  loseCallbacks: boolean;
  /** So many further copies of each callback arrive at the same moment. */
  duplicateCallbacks: number;
  /** Each callback comes so much later, by the cloud's clock. */
  delayCallbacksMs: number;
  /** Payers are charged this many fen instead of the order's amount; 0 is off. */
  wrongAmount: number;
  /** Closing an order answers success, but the payer, already at the password, can still pay it. */
  closeOkButPaid: boolean;
  /** For so long after a payment, asking for the order still answers NOTPAY. */
  queryLagMs: number;
  /** Pay interfaces that do their work and then answer an error, by name: `refund`, `xpay/refund_order`, … */
  errorAfterAccepting: string[];
  /** What becomes of refunds: paid out, CHANGE (card dead, money held) or REFUNDCLOSE (closed). */
  refundOutcome: 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE';
  /** How long after acceptance a refund is decided, by the cloud's clock. */
  refundDelayMs: number;
  /** Numbers of sharings that come to nothing, such as for a receiver whose account is dead. */
  closeSharings: string[];
  /** How long after acceptance a sharing is decided, by the cloud's clock. */
  sharingDelayMs: number;
  /** Pay interfaces whose calls are lost on their way, by name. */
  loseCalls: string[];
  /** The merchant's own balance is empty: refunds of money that was to be shared and is free again are refused. */
  merchantBalanceShort: boolean;
  /** cloudPay.queryRefund answers its count but empty lists, as production does. */
  emptyRefundLists: boolean;
  /** Bills are not there yet, whatever the time. */
  billsNotReady: boolean;
  /** Numbers of orders and refunds whose lines are missing in bills. */
  billOmits: string[];
  /** The first payment of each bill has so many fen in it; 0 is off. */
  billWrongAmount: number;
  /** Each bill with a payment in it has another of so many fen, of an order nobody made; 0 is off. */
  billExtraPayment: number;
  /** One in so many transaction steps meets a conflict; 0 is off. */
  databaseConflictOneIn: number;
  /** One in so many database requests times out, half of them after doing their work; 0 is off. */
  databaseTimeoutOneIn: number;
  /** Each database request takes this much longer. */
  databaseLatencyMs: number;
  /** Seed of the draws above; the same seed gives the same faults. */
  seed: number;
}

const NO_FAULTS: Faults = {
  loseCallbacks: false,
  duplicateCallbacks: 0,
  delayCallbacksMs: 0,
  wrongAmount: 0,
  closeOkButPaid: false,
  queryLagMs: 0,
  errorAfterAccepting: [],
  refundOutcome: 'SUCCESS',
  refundDelayMs: 1000,
  closeSharings: [],
  sharingDelayMs: 1000,
  loseCalls: [],
  merchantBalanceShort: false,
  emptyRefundLists: false,
  billsNotReady: false,
  billOmits: [],
  billWrongAmount: 0,
  billExtraPayment: 0,
  databaseConflictOneIn: 0,
  databaseTimeoutOneIn: 0,
  databaseLatencyMs: 0,
  seed: 1,
};

const OUTCOMES = ['SUCCESS', 'CHANGE', 'REFUNDCLOSE'];

/** The fault knobs as they stand. In memory: a restart is free of faults. */
export class FaultKnobs {
  current: Faults = { ...NO_FAULTS };
  private state = NO_FAULTS.seed;

  /** Turns some knobs; `{reset: true}` first turns all of them off. Throws RangeError for one that does not exist or fit. */
  turn(change: Record<string, unknown>): Faults {
    const { reset, ...knobs } = change;
    const before = reset === true ? NO_FAULTS : this.current;
    for (const [name, value] of Object.entries(knobs)) check(name, value);
    this.current = { ...before, ...knobs };
    this.state = this.current.seed;
    return this.current;
  }

  /** True once in `n` draws on average; never when `n` is 0. */
  oneIn(n: number): boolean {
    return n > 0 && this.draw() * n < 1;
  }

  /** The next number in [0, 1) of the seeded sequence (mulberry32). */
  private draw(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function check(name: string, value: unknown): void {
  if (!Object.hasOwn(NO_FAULTS, name)) throw new RangeError(`there is no fault ${name}`);
  const example: unknown = NO_FAULTS[name as keyof Faults];
  const fits = Array.isArray(example) ? Array.isArray(value) : typeof value === typeof example;
  const outOfRange =
    (typeof value === 'number' && !(value >= 0)) ||
    (name === 'refundOutcome' && !OUTCOMES.includes(String(value)));
  if (!fits || outOfRange) throw new RangeError(`${name} cannot be ${JSON.stringify(value)}`);
}
