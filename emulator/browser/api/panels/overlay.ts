import { element } from '../../runtime/dom';

/** Where a panel stands on the screen. */
export type Place = 'center' | 'bottom' | 'full';

/**
 * Shows a panel over the mini-program and resolves with what it hands to `close`. Tapping beside it
 * closes it with `outside`, unless that is undefined.
 */
export function openPanel<T>(
  place: Place,
  build: (close: (value: T) => void) => HTMLElement,
  outside?: T,
): Promise<T> {
  return new Promise((resolve) => {
    const mask = element('div', { class: `mp-mask mp-mask-${place}` });
    const close = (value: T): void => {
      mask.remove();
      resolve(value);
    };
    mask.append(build(close));
    mask.addEventListener('click', (event) => {
      if (event.target === mask && outside !== undefined) close(outside);
    });
    document.body.append(mask);
  });
}
