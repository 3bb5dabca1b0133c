import fc from 'fast-check';
import { addSpan, coveredBy, MAX_SPANS, type Span } from '../../shared/learning/spans';
import {
  coursePercent,
  MAX_SPEED,
  NOT_STUDIED,
  studyAfter,
  type Beat,
  type LessonMeasure,
  type LessonStudy,
} from '../../shared/learning/study';

const FILM: LessonMeasure = { kind: 'video', atLeast: 0 };
const LENGTH = 600;

type Sent = { after: number; position: number; sitting?: string; lessonId?: string };

/** What is known after beats, each so many seconds after the one before. */
const after = (sent: readonly Sent[], measure = FILM, length = LENGTH) => {
  let [study, previous, at] = [NOT_STUDIED, undefined as Beat | undefined, 0];
  const studies: LessonStudy[] = [];
  for (const { after: seconds, position, sitting = 'first', lessonId = 'lsn_one' } of sent) {
    at += seconds * 1000;
    const beat = { sitting, lessonId, position, at };
    if (lessonId === 'lsn_one') study = studyAfter(study, measure, { previous, beat, length });
    previous = beat;
    studies.push(study);
  }
  return { study, studies, wall: at / 1000 };
};

/** Beats every ten seconds from the start to a place, at a speed. */
const watching = (until: number, speed = 1): Sent[] =>
  Array.from({ length: Math.floor(until / (10 * speed)) + 1 }, (_, index) => ({
    after: index === 0 ? 0 : 10,
    position: index * 10 * speed,
  }));

describe('watched stretches', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 50 }))
      .map(([from, length]): Span => [from, from + length]),
    { maxLength: 120 },
  );

  it('cover every second once, in order and apart, and no more than were added', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const kept = added.reduce<Span[]>(addSpan, []);
        const seconds = new Set(
          added.flatMap(([from, until]) =>
            Array.from({ length: until - from }, (_, index) => from + index),
          ),
        );
        expect(coveredBy(kept)).toBeLessThanOrEqual(seconds.size);
        expect(kept.length).toBeLessThanOrEqual(MAX_SPANS);
        kept.slice(1).forEach(([from], index) => {
          expect(from).toBeGreaterThan(kept[index]?.[1] ?? -1);
        });
        if (kept.length < MAX_SPANS) expect(coveredBy(kept)).toBe(seconds.size);
      }),
    );
  });
});

describe('S8/X10: watching', () => {
  it('is finished by who watches to the end, also at double speed', () => {
    expect(after(watching(LENGTH)).study.percent).toBe(100);
    expect(after(watching(LENGTH, 2)).study.percent).toBe(100);
  });

  it('counts what was seen in two parts as one', () => {
    const half = after(watching(300)).study;
    expect(half.percent).toBe(50);
    const rest = watching(LENGTH)
      .slice(30)
      .map((beat, index) => ({
        ...beat,
        after: index === 0 ? 86_400 : 10,
        sitting: 'second',
      }));
    expect(after([...watching(300), ...rest]).study.percent).toBe(100);
  });

  it('does not count a second time what is watched again', () => {
    const again = watching(300).map((beat) => ({ ...beat, sitting: 'again' }));
    expect(after([...watching(300), ...again]).study.percent).toBe(50);
  });

  it('F9: gives nothing for jumping to the end', () => {
    const jump = [
      { after: 0, position: 0 },
      { after: 10, position: LENGTH },
    ];
    expect(after(jump).study.percent).toBe(0);
  });

  it('F9: gives nothing for claiming the end at once, however often', () => {
    const claims = Array.from({ length: 50 }, () => ({ after: 1, position: LENGTH }));
    expect(after(claims).study.percent).toBe(0);
  });

  it('F9: gives nothing more for claiming a shorter film later', () => {
    const half = watching(300);
    const study = after(half).study;
    const beat = { sitting: 'first', lessonId: 'lsn_one', position: 310, at: 310_000 };
    const previous = { ...beat, position: 300, at: 300_000 };
    expect(studyAfter(study, FILM, { previous, beat, length: 10 }).percent).toBeLessThan(55);
  });

  it('F9: holds a film for at least as long as the server knows it to be', () => {
    const short = watching(20);
    expect(after(short, { kind: 'video', atLeast: 600 }, 20).study.percent).toBeLessThan(5);
  });

  it('F9: gives two windows side by side no more than one', () => {
    const beats = watching(300).flatMap(({ after: seconds, position }) => [
      { after: seconds, position, sitting: 'left' },
      { after: 0, position: position + 300, sitting: 'right' },
    ]);
    const { study, wall } = after(beats);
    expect(coveredBy(study.spans)).toBeLessThanOrEqual(wall * MAX_SPEED);
    expect(study.percent).toBeLessThanOrEqual(after(watching(300)).study.percent);
  });

  it('F9: nobody gains more than double wall time, and percent never falls, whatever is sent', () => {
    const sent = fc.record({
      after: fc.double({ min: 0, max: 200, noNaN: true }),
      position: fc.double({ min: 0, max: 10_000, noNaN: true }),
      sitting: fc.constantFrom('first', 'second', 'third'),
      lessonId: fc.constantFrom('lsn_one', 'lsn_one', 'lsn_two'),
    });
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 80 }), (beats) => {
        const { studies, wall } = after(beats, FILM, 10_000);
        const watched = coveredBy(studies.at(-1)?.spans ?? []);
        expect(watched).toBeLessThanOrEqual(wall * MAX_SPEED + 1e-6);
        const percents = studies.map(({ percent }) => percent);
        expect([...percents].sort((a, b) => a - b)).toEqual(percents);
      }),
      { numRuns: 300 },
    );
  });
});

describe('S8/X10: reading', () => {
  const TEXT: LessonMeasure = { kind: 'article', atLeast: 120 };
  const reading = (minutes: number, depth: number) =>
    Array.from({ length: minutes * 6 + 1 }, (_, index) => ({
      after: index === 0 ? 0 : 10,
      position: Math.min(1000, Math.round((depth * index) / (minutes * 6))),
    }));

  it('is finished by who takes the time and reaches the end', () => {
    expect(after(reading(2, 1000), TEXT).study.percent).toBe(100);
  });

  it('F9: is not finished by scrolling to the end at once', () => {
    expect(after(reading(0.5, 1000), TEXT).study.percent).toBeLessThan(30);
  });

  it('F9: is not finished by leaving the page open', () => {
    expect(after(reading(20, 300), TEXT).study.percent).toBe(30);
    const away = [
      { after: 0, position: 0 },
      { after: 86_400, position: 1000 },
    ];
    expect(after(away, TEXT).study.percent).toBeLessThan(80);
  });
});

describe('a course', () => {
  it('weighs its lessons alike and forgets those it has no longer', () => {
    expect(coursePercent(['a', 'b', 'c'], { a: 100, b: 50, gone: 100 })).toEqual({
      percent: 50,
      finished: 1,
    });
    expect(coursePercent([], {})).toEqual({ percent: 0, finished: 0 });
  });
});
