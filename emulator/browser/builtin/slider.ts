import { element } from '../runtime/dom';
import { anything, flag, number, text, type Builtin } from './builtin';

/** `<slider>`: the browser's own range control. */
export const slider: Builtin = {
  tag: 'slider',
  properties: {
    min: number(),
    max: number(100),
    step: number(1),
    value: number(),
    disabled: flag(),
    color: text(),
    selectedColor: text(),
    activeColor: text('#1aad19'),
    backgroundColor: text(),
    blockSize: anything(),
    blockColor: text(),
    showValue: flag(),
    name: text(),
  },
  create(node) {
    const range = element('input');
    const label = element('span', { class: 'slider-label' });
    let initial = 0;
    range.type = 'range';
    node.host.append(range, label);
    const draw = (): void => {
      for (const name of ['min', 'max', 'step'] as const) range[name] = node.text(name);
      range.value = node.text('value');
      range.disabled = node.flag('disabled');
      range.style.accentColor = node.text('activeColor');
      label.textContent = node.flag('showValue') ? node.text('value') : '';
    };
    const report = (event: Event, name: string): void => {
      event.stopPropagation();
      node.write({ value: Number(range.value) });
      node.fire(name, { value: Number(range.value) });
    };
    range.addEventListener('input', (event) => report(event, 'changing'));
    range.addEventListener('change', (event) => report(event, 'change'));
    return {
      attached: () => {
        initial = node.number('value');
        draw();
      },
      changed: { value: draw, min: draw, max: draw, disabled: draw },
      abilities: {
        field: { value: () => node.number('value'), reset: () => node.write({ value: initial }) },
      },
    };
  },
};
