import { differs, unless } from './check';

type Machine = { next(state: never, event: never): string | undefined };

type Storied = {
  readonly status: string;
  readonly seq: number;
  readonly history: readonly {
    readonly event: string;
    readonly from: string;
    readonly to: string;
  }[];
};

/** How the first line of a history must read. */
export type Beginning = { readonly event: string; readonly states: readonly string[] };

/** All that is wrong with a history: it begins as it must, each step is an edge of the machine, the last is now. */
export const findInHistory = (
  { status, seq, history }: Storied,
  machine: Machine,
  beginning: Beginning,
): string[] => {
  const [first, ...steps] = history;
  const begins =
    first?.event === beginning.event && first.from === '' && beginning.states.includes(first.to);
  return [
    ...unless(begins, `it begins with ${first?.event} to ${first?.to}`),
    ...steps.flatMap(({ event, from, to }, index) => [
      ...differs(`where ${event} began`, { is: from, wanted: history[index]?.to }),
      ...unless(
        machine.next(from as never, event as never) === to,
        `there is no step ${event} from ${from} to ${to}`,
      ),
    ]),
    ...differs('the status', { is: status, wanted: history.at(-1)?.to }),
    ...differs('the count of steps', { is: seq, wanted: history.length - 1 }),
  ];
};
