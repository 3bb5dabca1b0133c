import { element } from '../../runtime/dom';

/** Where a panel stands on the screen. */
export type Place = 'center' | 'bottom' | 'full';

/** Ways out of a panel other than its own buttons. */
interface WaysOut<T> {
  /** What going back means. */
  back: T;
  /** Whether tapping beside it means the same. */
  outside?: boolean;
}

/** Going back, for each open panel; the one on top comes last. */
const open: (() => void)[] = [];

/** Shows a panel over the mini-program and resolves with what it hands to `close`. */
export function openPanel<T>(
  place: Place,
  build: (close: (value: T) => void) => HTMLElement,
  { back, outside = false }: WaysOut<T>,
): Promise<T> {
  return new Promise((resolve) => {
    const mask = element('div', { class: `mp-mask mp-mask-${place}` });
    const goBack = (): void => close(back);
    const close = (value: T): void => {
      mask.remove();
      if (open.includes(goBack)) open.splice(open.indexOf(goBack), 1);
      resolve(value);
    };
    mask.append(build(close));
    mask.addEventListener('click', (event) => {
      if (event.target === mask && outside) goBack();
    });
    open.push(goBack);
    document.body.append(mask);
  });
}

/** Goes back from the panel on top; false when none is open. */
export function dismissPanel(): boolean {
  const goBack = open.at(-1);
  goBack?.();
  return goBack !== undefined;
}
