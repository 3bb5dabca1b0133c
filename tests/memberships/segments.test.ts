import {
  isMember,
  membershipEnd,
  reasonToOpen,
  type Rights,
  type Segment,
} from '../../shared/access/rights';

const DAY = 24 * 60 * 60 * 1000;

/** A purchase of so many days, on a day, and what became of it. */
type Bought = readonly [onDay: number, days: number, state?: Segment['state']];

const rightsOf = (bought: readonly Bought[]): Rights => ({
  courses: { crs_own: { ord_own: { state: 'granted', at: 0 } } },
  membership: Object.fromEntries(
    bought.map(([onDay, days, state = 'granted'], index) => [
      `ord_${index}`,
      { at: onDay * DAY, days, state },
    ]),
  ),
});

const CASES: readonly (readonly [string, readonly Bought[], number | undefined])[] = [
  ['nothing bought', [], undefined],
  ['one month', [[0, 30]], 30],
  [
    'two months bought together',
    [
      [0, 30],
      [0, 30],
    ],
    60,
  ],
  [
    'a second month bought while the first runs',
    [
      [0, 30],
      [10, 30],
    ],
    60,
  ],
  [
    'a second month bought at the very end of the first',
    [
      [0, 30],
      [30, 30],
    ],
    60,
  ],
  [
    'a second month bought after a gap',
    [
      [0, 30],
      [40, 30],
    ],
    70,
  ],
  [
    'a year after a month',
    [
      [0, 30],
      [5, 365],
    ],
    395,
  ],
  ['the only one refunded', [[0, 30, 'revoked']], undefined],
  ['the only one being refunded', [[0, 30, 'suspended']], undefined],
  [
    'the first of three refunded: the second begins when it was paid',
    [
      [0, 30, 'revoked'],
      [10, 30],
      [20, 30],
    ],
    70,
  ],
  [
    'the middle one of three refunded: the last moves forward',
    [
      [0, 30],
      [10, 30, 'revoked'],
      [20, 30],
    ],
    60,
  ],
  [
    'the last of three refunded: the end moves back',
    [
      [0, 30],
      [10, 30],
      [20, 30, 'revoked'],
    ],
    60,
  ],
  [
    'the middle one being refunded, as if it were gone',
    [
      [0, 30],
      [10, 30, 'suspended'],
      [20, 30],
    ],
    60,
  ],
  [
    'the middle one refunded after a gap: nothing else moves',
    [
      [0, 30],
      [40, 30, 'revoked'],
      [80, 30],
    ],
    110,
  ],
  [
    'the first refunded, the second bought after its end: nothing moves',
    [
      [0, 30, 'revoked'],
      [40, 30],
    ],
    70,
  ],
  [
    'two of three refunded',
    [
      [0, 30, 'revoked'],
      [10, 30, 'revoked'],
      [20, 30],
    ],
    50,
  ],
];

describe('F67: when a membership ends', () => {
  it.each(CASES)('%s', (_words, bought, endsOnDay) => {
    const end = membershipEnd(rightsOf(bought));
    expect(end).toBe(endsOnDay === undefined ? undefined : endsOnDay * DAY);
  });

  it.each(CASES)('X17: %s, heard of backwards', (_words, bought, endsOnDay) => {
    const { courses, membership } = rightsOf(bought);
    const backwards = Object.fromEntries(Object.entries(membership).reverse());
    const end = membershipEnd({ courses, membership: backwards });
    expect(end).toBe(endsOnDay === undefined ? undefined : endsOnDay * DAY);
  });

  it.each(CASES.filter(([, , end]) => end !== undefined))(
    '%s: the courses of members close at that very millisecond, bought ones stay',
    (_words, bought, endsOnDay = 0) => {
      const rights = rightsOf(bought);
      const end = endsOnDay * DAY;
      const free = { courseId: 'crs_free', memberFree: true };
      expect([isMember(rights, end - 1), isMember(rights, end)]).toEqual([true, false]);
      expect(reasonToOpen(rights, free, end - 1)).toBe('member');
      expect(reasonToOpen(rights, free, end)).toBeUndefined();
      expect(reasonToOpen(rights, { ...free, courseId: 'crs_own' }, end)).toBe('bought');
    },
  );
});
