let aheadMs = 0;

/** Moves what this thread or page believes to be the time: `Date.now()`, `new Date()` and `Date()`. */
export function setAhead(ms: number): void {
  aheadMs = ms;
}

/** Replaces the global `Date` by one that shows the cloud's clock; everything else of it stays. */
export function installCloudDate(): void {
  const RealDate = Date;
  const now = () => RealDate.now() + aheadMs;
  const CloudDate = new Proxy(RealDate, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown),
  });
  RealDate.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
}
