/** Does something, tells how it went, and shows what has changed. */
export type Doing = (what: string, action: () => Promise<unknown>) => void;

/** One page of the console. `parameter` is what follows its name in the address. */
export interface View {
  id: string;
  title: string;
  load(parameter: string): Promise<unknown>;
  draw(data: never, doing: Doing, parameter: string): Node[];
}

/** Keeps a view's `load` and `draw` speaking of the same data. */
export function view<T>(made: {
  id: string;
  title: string;
  load(parameter: string): Promise<T>;
  draw(data: T, doing: Doing, parameter: string): Node[];
}): View {
  return made;
}
