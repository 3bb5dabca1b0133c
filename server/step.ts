import type { Changes } from './database';
import type { By } from './orders/order';

/** One step of something whose states are a machine, with all that changes together with its status. */
export type Step<Event extends string> = {
  readonly event: Event;
  readonly at: number;
  readonly by: By;
  readonly changes?: Changes;
};

type Machine<State extends string, Event extends string> = {
  next(state: State, event: Event): State | undefined;
};

/** The changes that make a step: status, history and count in one; throws when the machine has no such step. */
export const stepChanges = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  from: State,
  { event, at, by, changes = {} }: Step<Event>,
): Changes => {
  const to = machine.next(from, event);
  if (!to) throw new Error(`there is no step ${event} from ${from}`);
  return {
    ...changes,
    set: { ...changes.set, status: to },
    increase: { ...changes.increase, seq: 1 },
    append: { ...changes.append, history: [{ at, event, from, to, by }] },
  };
};
