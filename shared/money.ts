/** An amount of Chinese money in fen (1/100 yuan): always a safe integer. Made only by `fen`. */
export type Fen = number & { readonly __brand: 'Fen' };

/** Takes a number of fen for money; throws a RangeError for anything but a safe integer. */
export const fen = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
};

export const ZERO = fen(0);

export const add = (...amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce((sum, each) => sum + each, 0));
export const subtract = (from: Fen, amount: Fen): Fen => fen(from - amount);
export const negate = (amount: Fen): Fen => fen(-amount);

/** `amount × basisPoints / 10000`, rounded down: 3000 basis points of 99 fen are 29 fen. */
export const shareOf = (amount: Fen, basisPoints: number): Fen =>
  fen(Math.floor((amount * basisPoints) / 10_000));

/** Writes fen as yuan with two decimals: `formatYuan(fen(12800))` is `128.00`. Never rounds. */
export const formatYuan = (amount: Fen): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Reads yuan as a person or a WeChat bill writes them (`128`, `0.6`, `-3.50`); undefined when it is no amount. */
export const parseYuan = (text: string): Fen | undefined => {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', yuan = '0', cents = ''] = match;
  const amount = Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
  return fen(sign ? -amount : amount);
};

/**
 * Hands out an amount by weights: no fen lost, none twice, no share a whole fen off the exact one.
 * The fen left over after rounding down go to the largest remainders, earlier shares first.
 */
export const allocate = (amount: Fen, weights: readonly number[]): Fen[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('allocate needs a positive weight');
  const exact = weights.map((weight) => (amount * weight) / total);
  const shares = exact.map(Math.floor);
  const left = amount - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map(fen);
};
