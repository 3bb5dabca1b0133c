import { anything, flag, text, type Builtin, type BuiltinNode } from './builtin';
import { toPx } from './length';

interface Point {
  x: number;
  y: number;
}

/** `<movable-view>`: dragged within its movable-area along the directions it names. */
export const movableView: Builtin = {
  tag: 'movable-view',
  properties: {
    direction: text('none'),
    inertia: flag(),
    outOfBounds: flag(),
    x: anything(),
    y: anything(),
    damping: anything(),
    friction: anything(),
    disabled: flag(),
    scale: flag(),
    scaleMin: anything(),
    scaleMax: anything(),
    scaleValue: anything(),
    animation: flag(true),
  },
  create(node) {
    let position: Point = { x: 0, y: 0 };
    const moveTo = (to: Point, source: string): void => {
      position = withinArea(node, to);
      node.host.style.transform = `translate(${position.x}px, ${position.y}px)`;
      node.fire('change', { ...position, source });
    };
    watchDrag(node, () => position, moveTo);
    return {
      changed: {
        x: (x: unknown) => moveTo({ ...position, x: toPx(x) }, ''),
        y: (y: unknown) => moveTo({ ...position, y: toPx(y) }, ''),
      },
    };
  },
};

function watchDrag(
  node: BuiltinNode,
  position: () => Point,
  moveTo: (to: Point, source: string) => void,
): void {
  let grip: Point | null = null;
  const finger = (event: TouchEvent): Point => {
    const touch = event.touches[0];
    return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
  };
  node.host.addEventListener('touchstart', (event) => {
    const { x, y } = finger(event);
    grip = node.flag('disabled') ? null : { x: x - position().x, y: y - position().y };
  });
  node.host.addEventListener('touchmove', (event) => {
    if (!grip) return;
    const { x, y } = finger(event);
    event.preventDefault();
    moveTo({ x: x - grip.x, y: y - grip.y }, 'touch');
  });
  node.host.addEventListener('touchend', () => {
    grip = null;
  });
}

function withinArea(node: BuiltinNode, { x, y }: Point): Point {
  const area = node.host.closest<HTMLElement>('wx-movable-area');
  const direction = node.text('direction');
  const spareX = (area?.clientWidth ?? 0) - node.host.offsetWidth;
  const spareY = (area?.clientHeight ?? 0) - node.host.offsetHeight;
  return {
    x: direction === 'vertical' ? 0 : clamp(x, spareX),
    y: direction === 'horizontal' ? 0 : clamp(y, spareY),
  };
}

/** Between 0 and the spare room; a view larger than its area may move the other way. */
function clamp(value: number, spare: number): number {
  return Math.max(Math.min(0, spare), Math.min(Math.max(0, spare), value));
}
