/** WXS calls types by name: `x.constructor === 'Array'`. The compiler turns that into `x.__wxsTypeName`. */
const NAMED_TYPES = [Number, String, Boolean, Array, Function, Date, RegExp];

/** Adds what WXS has and JavaScript has not: type names, getRegExp, getDate. */
export function installWxsLanguage(): void {
  Object.defineProperty(Object.prototype, '__wxsTypeName', {
    enumerable: false,
    configurable: true,
    get(this: object): string {
      const type = NAMED_TYPES.find((one) => this instanceof one || this.constructor === one);
      return type?.name ?? 'Object';
    },
  });
  Object.assign(window, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...args: []) => new Date(...args),
  });
}
