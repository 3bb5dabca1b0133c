const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** Epoch ms as Beijing time. */
export function moment(at: number | undefined): string {
  return at === undefined ? '—' : MOMENT.format(at);
}

/** Fen as yuan. */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}
