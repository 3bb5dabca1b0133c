import { element } from '../runtime/dom';
import { anything, flag, number, text, type Builtin } from './builtin';

const DEFAULT_WIDTH = 6;

/** `<progress>`. */
export const progress: Builtin = {
  tag: 'progress',
  properties: {
    percent: number(),
    showInfo: flag(),
    strokeWidth: anything(),
    color: text(),
    activeColor: text(),
    backgroundColor: text('#ebebeb'),
    active: flag(),
    activeMode: text(),
    duration: anything(),
    borderRadius: anything(),
    fontSize: anything(),
  },
  create(node) {
    const value = element('div', { class: 'progress-value' });
    const bar = element('div', { class: 'progress-bar', children: [value] });
    const label = element('span', { class: 'progress-label' });
    node.host.append(bar, label);
    const draw = (): void => {
      const percent = Math.max(0, Math.min(100, node.number('percent')));
      value.style.width = `${percent}%`;
      value.style.background = node.text('activeColor') || node.text('color') || '#09bb07';
      bar.style.height = `${node.number('strokeWidth', DEFAULT_WIDTH)}px`;
      bar.style.background = node.text('backgroundColor');
      bar.style.borderRadius = `${node.number('borderRadius')}px`;
      label.textContent = node.flag('showInfo') ? `${percent}%` : '';
    };
    return { attached: draw, changed: { percent: draw, showInfo: draw, activeColor: draw } };
  },
};
