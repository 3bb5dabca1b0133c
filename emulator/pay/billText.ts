/** A bill in WeChat's CSV form: names bare, every value behind a backquote, amounts in yuan. */
export interface BillTable {
  header: string;
  rows: string[][];
  totalsHeader: string;
  totals: string[];
}

export function billText({ header, rows, totalsHeader, totals }: BillTable): string {
  return `${[header, ...rows.map(row), totalsHeader, row(totals)].join('\r\n')}\r\n`;
}

/** Fen as yuan with two decimals. */
export function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

/** Fees have five decimals. */
export function feeText(fen: number): string {
  return (fen / 100).toFixed(5);
}

function row(values: string[]): string {
  return values.map((value) => `\`${value.replaceAll(',', ' ')}`).join(',');
}
