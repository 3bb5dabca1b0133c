import { browserStyle } from '../runtime/backend';
import { element } from '../runtime/dom';
import { abilities } from './abilities';
import { anything, flag, text, type Abilities, type Builtin, type BuiltinNode } from './builtin';

const DEFAULT_ITEM_PX = 34;
const SETTLE_MS = 100;

/** `<picker-view>`: wheels side by side; its value is the index of each column. */
export const pickerView: Builtin = {
  tag: 'picker-view',
  properties: {
    value: anything(),
    indicatorStyle: text(),
    indicatorClass: text(),
    maskStyle: text(),
    maskClass: text(),
    immediateChange: flag(),
  },
  create(node) {
    const indicator = element('div', { class: 'picker-view-indicator' });
    const columns = (): NonNullable<Abilities['column']>[] =>
      Array.from(node.host.querySelectorAll('wx-picker-view-column')).flatMap(
        (one) => abilities(one).column ?? [],
      );
    const show = (): void => {
      const value = (node.read('value') as number[] | null) ?? [];
      columns().forEach((column, index) => column.moveTo(value[index] ?? 0));
    };
    const showLater = (): void => void requestAnimationFrame(show);
    return {
      attached: () => {
        node.host.append(indicator);
        showLater();
      },
      changed: {
        value: showLater,
        indicatorStyle: (style: string) => indicator.setAttribute('style', browserStyle(style)),
      },
      abilities: {
        columnSettled: () => node.fire('change', { value: columns().map((one) => one.index()) }),
      },
    };
  },
};

/** `<picker-view-column>`: one wheel, a snapping scroller. */
export const pickerViewColumn: Builtin = {
  tag: 'picker-view-column',
  create(node) {
    const wheel = new Wheel(node);
    return {
      attached: () => wheel.start(),
      abilities: { column: { index: () => wheel.index, moveTo: (index) => wheel.moveTo(index) } },
    };
  },
};

class Wheel {
  private settling = 0;

  constructor(private readonly node: BuiltinNode) {}

  get index(): number {
    return Math.round(this.node.host.scrollTop / this.itemHeight());
  }

  moveTo(index: number): void {
    if (this.index !== index) this.node.host.scrollTop = index * this.itemHeight();
  }

  start(): void {
    const { host } = this.node;
    requestAnimationFrame(() => {
      const room = Math.max(0, (host.clientHeight - this.itemHeight()) / 2);
      const items = host.querySelector<HTMLElement>('.picker-view-items');
      if (items) items.style.padding = `${room}px 0`;
    });
    host.addEventListener('scroll', () => this.onScroll(), { passive: true });
  }

  private onScroll(): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settle(), SETTLE_MS);
  }

  private settle(): void {
    const { host } = this.node;
    const top = this.index * this.itemHeight();
    if (Math.abs(host.scrollTop - top) > 1) host.scrollTo({ top, behavior: 'smooth' });
    abilities(host.closest('wx-picker-view')).columnSettled?.();
  }

  private itemHeight(): number {
    const first = this.node.host.querySelector<HTMLElement>('.picker-view-items > *');
    return first?.offsetHeight || DEFAULT_ITEM_PX;
  }
}
