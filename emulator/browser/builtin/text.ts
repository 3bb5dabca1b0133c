import { flag, text as textProperty, type Builtin } from './builtin';

/** `<text>`: shows its text as written; selectable on request. */
export const text: Builtin = {
  tag: 'text',
  properties: {
    selectable: flag(),
    userSelect: flag(),
    space: textProperty(),
    decode: flag(),
    overflow: textProperty(),
    maxLines: { type: Number, value: 0 },
  },
  create({ host }) {
    const select = (selectable: boolean): void => {
      host.style.userSelect = selectable ? 'text' : '';
    };
    return {
      changed: {
        selectable: select,
        userSelect: select,
        space: (space: string) => {
          host.style.whiteSpace = space ? 'pre-wrap' : '';
        },
      },
    };
  },
};
