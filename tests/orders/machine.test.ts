import type { defineMachine } from '../../shared/machine';
import { ORDER_STATUSES, orderMachine } from '../../shared/orders/machine';
import { REFUND_STATUSES, refundMachine } from '../../shared/refunds/machine';

type Machine = Pick<ReturnType<typeof defineMachine>, 'states'> & {
  readonly table: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const machines: readonly [string, Machine, readonly string[]][] = [
  ['order', orderMachine, ['reserving', 'pending']],
  ['refund', refundMachine, ['requested', 'approved']],
];

describe.each(machines)('the %s machine', (_name, { table, states }, starts) => {
  const events = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];

  it('has a next state or none for every state and event, and never one that does not exist', () => {
    for (const state of states) {
      for (const event of events) {
        const next = table[state]?.[event];
        expect(next === undefined || states.includes(next)).toBe(true);
      }
    }
  });

  it('reaches every state from where it starts', () => {
    const reached = new Set(starts);
    for (const state of reached) {
      for (const next of Object.values(table[state] ?? {})) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('leads from every state to an end', () => {
    const ends = states.filter((state) => Object.keys(table[state] ?? {}).length === 0);
    const leading = new Set(ends);
    for (let grew = true; grew;) {
      const more = states.filter(
        (state) =>
          !leading.has(state) &&
          Object.values(table[state] ?? {}).some((next) => leading.has(next)),
      );
      for (const state of more) leading.add(state);
      grew = more.length > 0;
    }
    expect([...leading].sort()).toEqual([...states].sort());
  });
});

it('D17: the lists for schemas are the states of the machines', () => {
  expect([...ORDER_STATUSES].sort()).toEqual([...orderMachine.states].sort());
  expect([...REFUND_STATUSES].sort()).toEqual([...refundMachine.states].sort());
});

it('no order becomes paid but by a payment, its late settlement or a person who looked', () => {
  const ways = orderMachine.states.flatMap((state) =>
    orderMachine
      .eventsFrom(state)
      .filter((event) => orderMachine.next(state, event) === 'paid')
      .map((event) => `${state}:${event}`),
  );
  expect(ways.sort()).toEqual(['closing:pay', 'late:pay', 'pending:pay', 'review:accept']);
});

it('X22: a refund that succeeded never becomes anything else', () => {
  expect(refundMachine.isFinal('succeeded')).toBe(true);
});
