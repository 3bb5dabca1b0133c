import { openPicker, type PickerValue } from '../api/panels/pickerPanel';
import { anything, flag, text, type Builtin } from './builtin';

/** `<picker>`: a tap on what it holds opens WeChat's panel of wheels. */
export const picker: Builtin = {
  tag: 'picker',
  properties: {
    mode: text('selector'),
    range: anything(),
    rangeKey: text(),
    value: anything(),
    disabled: flag(),
    start: text(),
    end: text(),
    fields: text('day'),
    headerText: text(),
    customItem: text(),
    level: text(),
    name: text(),
  },
  create(node) {
    let initial: unknown = null;
    const open = async (): Promise<void> => {
      if (node.flag('disabled')) return;
      const value = await openPicker({
        mode: node.text('mode'),
        range: (node.read('range') as unknown[]) ?? [],
        rangeKey: node.text('rangeKey'),
        value: node.read('value') as PickerValue,
        start: node.text('start'),
        end: node.text('end'),
        fields: node.text('fields'),
        title: node.text('headerText'),
        columnChanged: (column, index) => node.fire('columnchange', { column, value: index }),
      });
      if (value === null) {
        node.fire('cancel');
        return;
      }
      node.write({ value });
      node.fire('change', { value });
    };
    node.onTap(() => void open());
    return {
      attached: () => {
        initial = node.read('value');
      },
      abilities: {
        field: { value: () => node.read('value'), reset: () => node.write({ value: initial }) },
      },
    };
  },
};
