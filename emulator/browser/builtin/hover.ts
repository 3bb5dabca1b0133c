import type { BuiltinNode } from './builtin';

const TEMPORARY_CLASS = 3;

/** Puts the hover-class on a built-in while it is pressed. */
export function watchHover(node: BuiltinNode): void {
  const set = (pressed: boolean): void => {
    const name = node.text('hoverClass');
    if (!name || name === 'none' || node.flag('disabled')) return;
    node.element.setNodeClass(pressed ? name : '', TEMPORARY_CLASS);
  };
  node.host.addEventListener('pointerdown', () => set(true));
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    node.host.addEventListener(end, () => set(false));
  }
}
