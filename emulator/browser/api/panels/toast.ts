import { element } from '../../runtime/dom';
import { assetPath } from '../filePaths';

export interface ToastOptions {
  title?: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  mask?: boolean;
  duration?: number;
}

const DEFAULT_DURATION_MS = 1500;
const SIGNS: Readonly<Record<string, string>> = { success: '✓', error: '!' };

let shown: HTMLElement | null = null;
let timer = 0;

/** Shows a toast; a loading one stays until hidden. */
export function showToast(options: ToastOptions, loading = false): void {
  hideToast();
  const icon = loading || options.icon === 'loading' ? [spinner()] : sign(options);
  const box = element('div', {
    children: [...icon, element('span', { text: options.title ?? '' })],
  });
  const className = options.mask ? 'mp-toast mp-toast-mask' : 'mp-toast';
  shown = element('div', { class: className, role: 'status', children: [box] });
  document.body.append(shown);
  if (!loading) timer = window.setTimeout(hideToast, options.duration ?? DEFAULT_DURATION_MS);
}

/** Removes whatever toast is on screen. */
export function hideToast(): void {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
}

function spinner(): HTMLElement {
  return element('i', { class: 'mp-spinner' });
}

function sign({ icon = 'success', image }: ToastOptions): HTMLElement[] {
  if (image) {
    const picture = element('img');
    picture.src = assetPath(image);
    return [picture];
  }
  const text = SIGNS[icon];
  return text ? [element('b', { text })] : [];
}
