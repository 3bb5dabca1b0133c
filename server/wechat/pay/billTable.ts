/** A bill as a table: each row by the Chinese names of its columns. */
export type BillRow = Readonly<Record<string, string>>;

/**
 * Reads a bill in WeChat's CSV form: a first line of names, then values each behind a backquote, which is what tells
 * a comma between values from one in a value. Ends before the totals. Undefined when a column is missing.
 */
export const billTable = (
  text: string,
  { columns, totals }: { readonly columns: readonly string[]; readonly totals: string },
): BillRow[] | undefined => {
  const [first = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (first === '') return [];
  const names = first.split(',').map((name) => name.trim());
  if (!columns.every((column) => names.includes(column))) return undefined;
  const end = rows.findIndex((row) => row.startsWith(totals));
  return rows
    .slice(0, end < 0 ? rows.length : end)
    .map((row) => rowOf(names, row.replace(/^`/, '').split(',`')));
};

const rowOf = (names: readonly string[], values: readonly string[]): BillRow =>
  Object.fromEntries(names.map((name, at) => [name, (values[at] ?? '').trim()]));

/**
 * Yuan with up to five decimals (`0.76800`) as thousandths of a fen, by its digits alone; undefined when it is no
 * amount.
 */
export const thousandthsOf = (yuan: string): number | undefined => {
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,5}))?$/.exec(yuan);
  if (!match) return undefined;
  const [, sign = '', whole = '0', part = ''] = match;
  const amount = Number(whole) * 100_000 + Number(part.padEnd(5, '0'));
  return sign ? -amount : amount;
};
