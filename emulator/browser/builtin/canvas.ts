import { flag, text, type Builtin } from './builtin';

/** `<canvas>`: reached through a selector query's `node`, or by canvas-id. */
export const canvas: Builtin = {
  tag: 'canvas',
  properties: { canvasId: text(), type: text(), disableScroll: flag() },
  create({ host }) {
    const surface = document.createElement('canvas');
    host.append(surface);
    return {
      attached: () =>
        requestAnimationFrame(() => {
          surface.width = host.clientWidth;
          surface.height = host.clientHeight;
        }),
      changed: { canvasId: (id: string) => host.setAttribute('canvas-id', id) },
      abilities: { canvas: surface },
    };
  },
};
