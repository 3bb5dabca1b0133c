import { read } from '../cloud';
import { element, jsonBlock, nothing, tag } from '../element';
import { moment } from '../format';
import { view } from '../view';

interface Run {
  id: string;
  name: string;
  caller: { source: string; openid?: string };
  startedAt: number;
  durationMs?: number;
  event: string;
  result?: string;
  error?: string;
  roundTrips: number;
  logs: { level: string; text: string }[];
  calls: { action: string; subject: string; durationMs: number; error?: string }[];
}

const LEVEL_KINDS: Record<string, string> = { error: 'bad', warn: 'warn' };

/** The latest runs of functions with everything they did. */
export const logsView = view<{ logs: Run[] }>({
  id: 'logs',
  title: '函数日志',
  load: () => read('logs?limit=100'),
  draw: ({ logs }) => (logs.length === 0 ? [nothing('还没有函数运行过')] : logs.map(runCard)),
});

function runCard(run: Run): HTMLElement {
  const { name, caller, startedAt, durationMs, roundTrips } = run;
  const cost = `${durationMs === undefined ? '运行中' : `${String(durationMs)} 毫秒`} · ${String(roundTrips)} 次数据库往返`;
  const summary = element(
    'summary',
    { class: 'row' },
    element('b', {}, name),
    outcomeTag(run),
    element('span', { class: 'quiet' }, `${caller.source} ${caller.openid ?? '无身份'}`),
    element('span', { class: 'quiet end' }, `${cost} · ${moment(startedAt)}`),
  );
  return element('details', { 'data-key': run.id }, summary, ...details(run));
}

function outcomeTag({ error, result, logs }: Run): HTMLElement | undefined {
  if (error !== undefined) return tag('失败', 'bad');
  if (logs.some(({ level }) => level !== 'info')) return tag('有警告', 'warn');
  return result === undefined ? undefined : tag('成功', 'good');
}

function details(run: Run): Node[] {
  const calls = run.calls.map(({ action, subject, durationMs, error }) =>
    element(
      'li',
      { class: error ? 'bad' : '' },
      `${action} ${subject} · ${String(durationMs)} 毫秒 ${error ?? ''}`,
    ),
  );
  const logs = run.logs.map(({ level, text }) =>
    element('li', { class: LEVEL_KINDS[level] ?? '' }, text),
  );
  return [
    element('p', { class: 'quiet' }, `请求 ${run.id}`),
    jsonBlock(run.event),
    element('ol', { class: 'timeline' }, ...calls),
    element('ul', { class: 'timeline' }, ...logs),
    jsonBlock(run.error ?? run.result ?? ''),
  ];
}
