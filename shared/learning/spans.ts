/** A stretch of a film or recording that was watched, in seconds: from, and up to. */
export type Span = readonly [from: number, until: number];

/** So many stretches are remembered; beyond that the shortest are forgotten, never invented. */
export const MAX_SPANS = 60;

/** Adds a stretch: the result is in order, disjoint and covers no second twice. */
export const addSpan = (spans: readonly Span[], added: Span): Span[] => {
  if (!(added[1] > added[0])) return [...spans];
  const touches = ([from, until]: Span) => from <= added[1] && until >= added[0];
  const joined = spans.filter(touches).reduce(joinSpans, added);
  const merged = [...spans.filter((span) => !touches(span)), joined];
  return keepLongest(merged).sort(([a], [b]) => a - b);
};

/** How many seconds stretches cover. */
export const coveredBy = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + lengthOf(span), 0);

const lengthOf = ([from, until]: Span) => until - from;

const joinSpans = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

const keepLongest = (spans: readonly Span[]): Span[] =>
  [...spans].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MAX_SPANS);
