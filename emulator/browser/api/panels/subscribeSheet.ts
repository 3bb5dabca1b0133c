import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

export type Choice = 'accept' | 'reject';
/** What a person chose, by template. */
export type Choices = Record<string, Choice>;

interface Answer {
  choices: Choices;
  /** Never to be asked again. */
  keep: boolean;
}

/** WeChat's sheet that asks whether messages may be sent; `titles` by template. */
export function askToSubscribe(titles: Record<string, string>): Promise<Answer> {
  return openPanel<Answer>(
    'bottom',
    (close) => {
      const boxes = Object.entries(titles).map(([id, title]) => ({ id, box: tick(title, true) }));
      const keep = tick('总是保持以上选择，不再询问', false);
      const answer = (allowed: boolean) => () => {
        const choices = boxes.map(({ id, box }): [string, Choice] => [
          id,
          allowed && box.input.checked ? 'accept' : 'reject',
        ]);
        close({ choices: Object.fromEntries(choices), keep: keep.input.checked });
      };
      const items = boxes.map(({ box }) => element('li', { children: [box.label] }));
      return element('div', {
        class: 'mp-sheet mp-ask',
        role: 'dialog',
        label: '订阅消息',
        children: [
          element('h3', { text: '小程序申请给你发送以下消息' }),
          element('ul', { children: items }),
          element('p', { children: [keep.label] }),
          element('footer', {
            children: [
              element('button', { class: 'mp-quiet', text: '取消', onClick: answer(false) }),
              element('button', { class: 'mp-green', text: '允许', onClick: answer(true) }),
            ],
          }),
        ],
      });
    },
    { back: { choices: refusalOf(titles), keep: false } },
  );
}

function refusalOf(titles: Record<string, string>): Choices {
  return Object.fromEntries(Object.keys(titles).map((id): [string, Choice] => [id, 'reject']));
}

interface Tick {
  input: HTMLInputElement;
  label: HTMLElement;
}

function tick(words: string, checked: boolean): Tick {
  const input = element('input');
  input.type = 'checkbox';
  input.checked = checked;
  return { input, label: element('label', { children: [input, words] }) };
}
