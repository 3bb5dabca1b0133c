import type { LessonKind } from '../catalogue/contract';
import { addSpan, coveredBy, type Span } from './spans';

/** Nobody can watch faster than this, whatever a phone says. */
export const MAX_SPEED = 2;
/** Time between two beats counts up to here; a longer silence proves nothing. */
export const MAX_GAP_SECONDS = 90;
/** Beats arrive unevenly: a step this much too long is still playing on, though the excess earns nothing. */
const JITTER_SECONDS = 3;
/** From here on a lesson counts as done: credits and silence at the ends are nobody's learning. */
export const FINISHED_PERCENT = 95;

/** What is known of one person's study of one lesson. */
export type LessonStudy = {
  /** Whole percent; never falls; 100 once finished. */
  readonly percent: number;
  /** Where to go on: seconds for film and sound, per mille otherwise. */
  readonly position: number;
  /** The longest length ever reported, in seconds; a smaller claim later wins nothing. */
  readonly length: number;
  /** Film and sound: what was watched. Forgotten once finished. */
  readonly spans: readonly Span[];
  /** The rest: time spent, and how far down the text, in per mille. */
  readonly seconds: number;
  readonly furthest: number;
};

export const NOT_STUDIED: LessonStudy = {
  percent: 0,
  position: 0,
  length: 0,
  spans: [],
  seconds: 0,
  furthest: 0,
};

/** The last beat heard of a course: only the next beat of the same sitting can earn anything. */
export type Beat = {
  readonly sitting: string;
  readonly lessonId: string;
  readonly position: number;
  /** Epoch ms by the server's clock. */
  readonly at: number;
};

/** What the server knows of a lesson and a phone cannot change. */
export type LessonMeasure = {
  readonly kind: LessonKind;
  /** Seconds: the least length of a film or recording, or the least time it takes to read the text. */
  readonly atLeast: number;
};

const PLAYED: readonly LessonKind[] = ['video', 'audio'];

/** Whether a lesson plays, so that positions are seconds; else they are per mille of a text. */
export const isPlayed = (kind: LessonKind): boolean => PLAYED.includes(kind);

/** Wall time in ms that a beat may stand on: none unless it continues the sitting heard last. */
const wallMs = (previous: Beat | undefined, beat: Beat): number => {
  const continues = previous?.sitting === beat.sitting && previous.lessonId === beat.lessonId;
  if (!continues) return 0;
  return Math.min(Math.max(0, beat.at - previous.at), MAX_GAP_SECONDS * 1000);
};

/**
 * How long was studied since the beat before, in ms of the server's clock: a film that stands still or jumps is not
 * watched.
 */
export const studiedMs = (
  kind: LessonKind,
  { previous, beat }: { previous: Beat | undefined; beat: Beat },
): number => {
  const wall = wallMs(previous, beat);
  if (!isPlayed(kind)) return wall;
  const step = beat.position - (previous?.position ?? 0);
  return step > 0 && !isJump(step, wall / 1000) ? wall : 0;
};

/** Whether a step is further than could be played in so many seconds. */
const isJump = (step: number, wall: number): boolean => step > wall * MAX_SPEED + JITTER_SECONDS;

/**
 * The study after one more beat. Film and sound: what lies between two positions of one sitting was watched if
 * wall time allows for it at double speed; a jump is not. Texts: time spent and how far down count, the lesser rules.
 */
export const studyAfter = (
  study: LessonStudy,
  measure: LessonMeasure,
  { previous, beat, length }: { previous: Beat | undefined; beat: Beat; length: number },
): LessonStudy => {
  const wall = wallMs(previous, beat) / 1000;
  const heard = isPlayed(measure.kind)
    ? played(study, { from: previous?.position ?? 0, to: beat.position, wall, length })
    : read(study, { position: beat.position, wall });
  return withPercent({ ...heard, position: beat.position }, measure);
};

type Step = { from: number; to: number; wall: number; length: number };

const played = (study: LessonStudy, { from, to, wall, length }: Step): LessonStudy => {
  const earned = Math.min(to - from, wall * MAX_SPEED);
  return {
    ...study,
    length: Math.max(study.length, length, to),
    spans:
      isJump(to - from, wall) || earned <= 0
        ? study.spans
        : addSpan(study.spans, [from, from + earned]),
  };
};

const read = (
  study: LessonStudy,
  { position, wall }: { position: number; wall: number },
): LessonStudy => ({
  ...study,
  seconds: study.seconds + wall,
  furthest: Math.max(study.furthest, Math.min(position, 1000)),
});

const withPercent = (study: LessonStudy, measure: LessonMeasure): LessonStudy => {
  const exact = isPlayed(measure.kind)
    ? playedPercent(study, measure)
    : readPercent(study, measure);
  const percent = Math.max(study.percent, exact >= FINISHED_PERCENT ? 100 : Math.floor(exact));
  return percent === 100 ? { ...study, percent, spans: [], seconds: 0 } : { ...study, percent };
};

const playedPercent = ({ spans, length }: LessonStudy, { atLeast }: LessonMeasure): number => {
  const whole = Math.max(length, atLeast);
  return whole > 0 ? (coveredBy(spans) / whole) * 100 : 0;
};

const readPercent = ({ seconds, furthest }: LessonStudy, { atLeast }: LessonMeasure): number =>
  Math.min(furthest / 10, (seconds / Math.max(atLeast, 1)) * 100);

/** How much of a course someone has learned, in whole percent: its present lessons, each with equal weight. */
export const coursePercent = (
  lessonIds: readonly string[],
  percentOf: Readonly<Record<string, number>>,
): { percent: number; finished: number } => {
  const percents = lessonIds.map((lessonId) => percentOf[lessonId] ?? 0);
  const sum = percents.reduce((total, percent) => total + percent, 0);
  return {
    percent: lessonIds.length > 0 ? Math.floor(sum / lessonIds.length) : 0,
    finished: percents.filter((percent) => percent === 100).length,
  };
};
