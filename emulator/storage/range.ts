/** The part of a file that was asked for, both ends inclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Reads a `Range` header with one range; `unsatisfiable` lies outside the file; undefined means the whole file. */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const range = first ? fromStart(Number(first), last, size) : fromEnd(Number(last), size);
  return range.start > range.end ? 'unsatisfiable' : range;
}

function fromStart(start: number, last: string | undefined, size: number): ByteRange {
  return { start, end: last ? Math.min(Number(last), size - 1) : size - 1 };
}

function fromEnd(length: number, size: number): ByteRange {
  return { start: Math.max(0, size - length), end: size - 1 };
}
