import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

export type PickerValue = string | number | number[];

export interface PickerOptions {
  mode: string;
  range: unknown[];
  rangeKey: string;
  value: PickerValue;
  start: string;
  end: string;
  fields: string;
  title: string;
  columnChanged(column: number, index: number): void;
}

const DATE_FIELDS: Readonly<Record<string, string>> = { month: 'month', year: 'number' };

interface PickerBody {
  nodes: HTMLElement[];
  value(): PickerValue;
}

/** Shows the panel of `<picker>`; resolves with the value chosen, or null when cancelled. */
export function openPicker(options: PickerOptions): Promise<PickerValue | null> {
  return openPanel<PickerValue | null>(
    'bottom',
    (close) => {
      const body = bodyOf(options);
      const head = element('header', {
        class: 'mp-picker-head',
        children: [
          element('button', { class: 'mp-cancel', text: '取消', onClick: () => close(null) }),
          element('span', { text: options.title }),
          element('button', { class: 'mp-ok', text: '确定', onClick: () => close(body.value()) }),
        ],
      });
      const columns = element('div', { class: 'mp-picker-body', children: body.nodes });
      return element('div', {
        class: 'mp-sheet mp-picker',
        role: 'dialog',
        children: [head, columns],
      });
    },
    { back: null, outside: true },
  );
}

function bodyOf(options: PickerOptions): PickerBody {
  const bodies: Record<string, (options: PickerOptions) => PickerBody> = {
    selector: singleColumn,
    multiSelector: manyColumns,
    date: calendarField,
    time: calendarField,
  };
  const body = bodies[options.mode];
  if (!body) throw new Error(`<picker mode="${options.mode}"> is not provided by the browser host`);
  return body(options);
}

function singleColumn(options: PickerOptions): PickerBody {
  const list = column(options.range, Number(options.value) || 0, options);
  return { nodes: [list], value: () => list.selectedIndex };
}

function manyColumns(options: PickerOptions): PickerBody {
  const chosen = (options.value as number[] | null) ?? [];
  const lists = (options.range as unknown[][]).map((items, index) => {
    const list = column(items, chosen[index] ?? 0, options);
    list.addEventListener('change', () => options.columnChanged(index, list.selectedIndex));
    return list;
  });
  return { nodes: lists, value: () => lists.map((list) => list.selectedIndex) };
}

function column(
  items: unknown[],
  selected: number,
  { rangeKey }: PickerOptions,
): HTMLSelectElement {
  const list = element('select');
  list.size = 6;
  items.forEach((item) => list.add(new Option(labelOf(item, rangeKey))));
  list.selectedIndex = selected;
  return list;
}

function labelOf(item: unknown, rangeKey: string): string {
  if (!rangeKey || typeof item !== 'object' || item === null) return String(item);
  return String((item as Record<string, unknown>)[rangeKey]);
}

function calendarField({ mode, fields, value, start, end }: PickerOptions): PickerBody {
  const field = element('input');
  field.type = mode === 'date' ? (DATE_FIELDS[fields] ?? 'date') : mode;
  field.value = String(value ?? '');
  field.min = start;
  field.max = end;
  return { nodes: [field], value: () => field.value };
}
