/** A state machine as a table: state → event → next state. Every target must be a row of its own. */
type Table<T> = { readonly [S in keyof T]: Readonly<Record<string, keyof T>> };

type EventIn<T> = { [S in keyof T]: keyof T[S] }[keyof T] & string;

export type EventOf<M extends { next(state: never, event: never): unknown }> = Parameters<
  M['next']
>[1];

/** Makes a machine of a table; a target that is no row does not compile. */
export const defineMachine = <const T extends Table<T>>(table: T) => {
  type State = keyof T & string;
  const row = (state: State) => table[state] as Readonly<Record<string, State>>;
  return {
    states: Object.keys(table) as State[],
    /** The state an event leads to, or undefined where the table has no such step. */
    next: (state: State, event: EventIn<T>): State | undefined => row(state)[event],
    /** What may happen now; the phone shows its buttons from this. */
    eventsFrom: (state: State) => Object.keys(row(state)) as EventIn<T>[],
    /** Whether nothing can happen any more. */
    isFinal: (state: State) => Object.keys(row(state)).length === 0,
    table,
  };
};
