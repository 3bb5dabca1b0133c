import fc from 'fast-check';
import {
  isMember,
  membershipEnd,
  NO_RIGHTS,
  reasonToOpen,
  standingSources,
  type Rights,
  type Segment,
} from '../../shared/access/rights';

const DAY = 24 * 60 * 60 * 1000;

const segment = fc.record({
  state: fc.constantFrom('granted' as const, 'suspended' as const, 'revoked' as const),
  at: fc.integer({ min: 0, max: 1000 * DAY }),
  days: fc.integer({ min: 1, max: 400 }),
});
const segments = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), segment, { maxKeys: 6 });
const rightsOf = (membership: Record<string, Segment>): Rights => ({ courses: {}, membership });

describe('the end of a membership', () => {
  it('X17 M22 INV27: is the same in whatever order the payments were heard of', () => {
    fc.assert(
      fc.property(segments, (membership) => {
        const backwards = Object.fromEntries(Object.entries(membership).reverse());
        expect(membershipEnd(rightsOf(backwards))).toBe(membershipEnd(rightsOf(membership)));
      }),
    );
  });

  it('loses no bought day: each segment begins where the one before ends, or when it is paid', () => {
    fc.assert(
      fc.property(segments, (membership) => {
        const standing = Object.values(membership).filter(({ state }) => state === 'granted');
        const end = membershipEnd(rightsOf(membership));
        if (standing.length === 0) return void expect(end).toBeUndefined();
        const first = Math.min(...standing.map(({ at }) => at));
        const days = standing.reduce((sum, each) => sum + each.days, 0);
        expect(end).toBeGreaterThanOrEqual(first + days * DAY);
      }),
    );
  });

  it('F67: refunding the middle one of three moves the last one forward', () => {
    const three: Record<string, Segment> = {
      ord_a: { state: 'granted', at: 0, days: 30 },
      ord_b: { state: 'granted', at: 1, days: 30 },
      ord_c: { state: 'granted', at: 2, days: 30 },
    };
    expect(membershipEnd(rightsOf(three))).toBe(90 * DAY);
    const refunded = { ...three, ord_b: { ...three['ord_b']!, state: 'revoked' as const } };
    expect(membershipEnd(rightsOf(refunded))).toBe(60 * DAY);
  });

  it('is over at the very millisecond', () => {
    const rights = rightsOf({ ord_a: { state: 'granted', at: 0, days: 1 } });
    expect([isMember(rights, DAY - 1), isMember(rights, DAY)]).toEqual([true, false]);
  });
});

describe('a course', () => {
  const bought: Rights = {
    courses: {
      crs_a: { ord_1: { state: 'granted', at: 1 }, ord_2: { state: 'revoked', at: 2 } },
      crs_b: { ord_3: { state: 'suspended', at: 3 } },
    },
    membership: { ord_4: { state: 'granted', at: 0, days: 1 } },
  };

  it('D6 M21: is open while any one order grants it', () => {
    expect(standingSources(bought, 'crs_a')).toEqual(['ord_1']);
    expect(reasonToOpen(bought, { courseId: 'crs_a', memberFree: false }, 0)).toBe('bought');
  });

  it('S16: is closed while its only order is being refunded, and to those who have nothing', () => {
    expect(reasonToOpen(bought, { courseId: 'crs_b', memberFree: false }, 0)).toBeUndefined();
    expect(reasonToOpen(NO_RIGHTS, { courseId: 'crs_a', memberFree: true }, 0)).toBeUndefined();
  });

  it('F67: of the free set closes when the membership ends, a bought one stays', () => {
    const free = { courseId: 'crs_c', memberFree: true };
    expect(reasonToOpen(bought, free, 1)).toBe('member');
    expect(reasonToOpen(bought, free, 2 * DAY)).toBeUndefined();
    expect(reasonToOpen(bought, { courseId: 'crs_a', memberFree: true }, 2 * DAY)).toBe('bought');
  });
});
