/**
 * What may go wrong with one I/O.
 * - `crashBefore`, `crashAfter`: the process is gone, before or after the effect. Its promises never settle;
 *   its transactions keep their locks until they expire; what else it had sent still arrives, or not.
 * - `answerLost`: the effect is done, the caller gets an error that tells nothing.
 * - `neverArrived`: the same error, and no effect.
 * - `late`: the same error, and the effect is done some time after it.
 * - `sentTwice`: the SDK sends the request again by itself; the caller gets the answer of the second.
 * - `conflict`: another transaction was in the way; `times` in a row for one process.
 * - `refused`: the platform's quota is used up: a definite error, no effect.
 * - `stale`: a plain read answers with what was there up to two seconds ago.
 */
export const FAULTS = [
  'crashBefore',
  'crashAfter',
  'answerLost',
  'neverArrived',
  'late',
  'sentTwice',
  'conflict',
  'refused',
  'stale',
] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * What can happen where. A read has no effect, so only one of each pair that differs in the effect is listed.
 * At a `step` nothing ever goes wrong: for what is no I/O of our code, such as a thought of an actor.
 */
export const FAULTS_OF = {
  read: ['crashBefore', 'neverArrived', 'refused', 'stale'],
  write: [
    'crashBefore',
    'crashAfter',
    'answerLost',
    'neverArrived',
    'late',
    'sentTwice',
    'conflict',
    'refused',
  ],
  begin: ['crashAfter', 'answerLost', 'neverArrived', 'refused'],
  readInside: ['crashAfter', 'neverArrived'],
  writeInside: ['crashBefore', 'crashAfter', 'answerLost', 'neverArrived', 'sentTwice', 'conflict'],
  commit: [
    'crashBefore',
    'crashAfter',
    'answerLost',
    'neverArrived',
    'late',
    'sentTwice',
    'conflict',
  ],
  rollback: ['crashBefore', 'crashAfter', 'neverArrived'],
  call: ['crashBefore', 'crashAfter', 'answerLost', 'neverArrived', 'late', 'sentTwice'],
  pause: ['crashBefore'],
  step: [],
} as const satisfies Record<string, readonly Fault[]>;
export type SiteKind = keyof typeof FAULTS_OF;

/** A place where code waits for the world, such as `db.orders.updateIf`. */
export type Site = {
  readonly name: string;
  readonly kind: SiteKind;
  /** Counts up from 0 within one process of Node. */
  readonly index: number;
  /** Bits of the name, the same everywhere. */
  readonly code: number;
  readonly faults: readonly Fault[];
};

const known = new Map<string, Site>();

const codeOf = (name: string): number => {
  let code = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) code = Math.imul(code ^ name.charCodeAt(i), 0x01000193);
  return code >>> 0;
};

/** The site of a name; the same object for the same name, always. Keep it where speed matters. */
export const siteOf = (name: string, kind: SiteKind): Site => {
  const site = known.get(name);
  if (site) return site;
  const fresh = { name, kind, index: known.size, code: codeOf(name), faults: FAULTS_OF[kind] };
  known.set(name, fresh);
  return fresh;
};

/** Every site that was named so far. */
export const knownSites = (): readonly Site[] => [...known.values()];
