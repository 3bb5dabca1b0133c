import { act, read } from '../cloud';
import { button, element, nothing } from '../element';
import { moment } from '../format';
import { view, type Doing } from '../view';

interface Timer {
  functionName: string;
  trigger: { name: string; config: string };
  nextAt?: number;
  lastAt?: number;
  lastResult?: { error?: string };
}

const COLUMNS = ['函数', '触发器', '下次', '上次', ''];

/** Timer functions, when they run, and a button that runs them now. */
export const timersView = view<{ timers: Timer[] }>({
  id: 'timers',
  title: '定时器',
  load: () => read('timers'),
  draw: ({ timers }, doing) => {
    if (timers.length === 0) return [nothing('没有定时触发的函数')];
    const head = element('tr', {}, ...COLUMNS.map((column) => element('th', {}, column)));
    return [element('table', {}, head, ...timers.map((timer) => timerRow(timer, doing)))];
  },
});

function timerRow(timer: Timer, doing: Doing): HTMLElement {
  const { functionName, trigger, nextAt, lastAt, lastResult } = timer;
  const failed = lastResult?.error !== undefined;
  const run = button('立即运行', () => {
    doing(`运行 ${functionName}`, () => act(`timers/${functionName}`));
  });
  return element(
    'tr',
    {},
    element('td', {}, element('b', {}, functionName)),
    element('td', { class: 'quiet' }, `${trigger.name} · ${trigger.config}`),
    element('td', {}, moment(nextAt)),
    element('td', { class: failed ? 'bad' : '' }, moment(lastAt) + (failed ? '（失败）' : '')),
    element('td', {}, run),
  );
}
