import { read } from '../cloud';
import { element, jsonBlock, nothing, tag } from '../element';
import { moment } from '../format';
import { view } from '../view';

interface Mail {
  at: number;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

interface SubscribeMessage {
  at: number;
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, unknown>;
}

interface ContentCheck {
  at: number;
  openid: string;
  content: string;
  suggest: string;
}

interface Contents {
  mail: Mail[];
  subscribeMessages: SubscribeMessage[];
  contentChecks: ContentCheck[];
}

const VERDICTS: Record<string, string> = { pass: 'good', review: 'warn', risky: 'bad' };

/** What left the cloud: mail with its code, subscribe messages, content checks. */
export const outboxView = view<Contents>({
  id: 'outbox',
  title: '发件箱',
  load: () => read('outbox'),
  draw: ({ mail, subscribeMessages, contentChecks }) => [
    ...section('邮件', mail.map(mailCard)),
    ...section('订阅消息', subscribeMessages.map(messageCard)),
    ...section('内容安全检查', contentChecks.map(checkCard)),
  ],
});

function section(title: string, cards: HTMLElement[]): Node[] {
  return [element('h3', {}, title), ...(cards.length === 0 ? [nothing('没有')] : cards)];
}

function mailCard({ at, to, from, subject, text }: Mail): HTMLElement {
  const code = /(?<!\d)\d{4,8}(?!\d)/.exec(text)?.[0];
  const head = element(
    'div',
    { class: 'row' },
    element('b', {}, subject),
    element('span', { class: 'quiet' }, `${from} → ${to.join('、')}`),
    code === undefined ? undefined : element('span', { class: 'code', title: '验证码' }, code),
    element('span', { class: 'quiet end' }, moment(at)),
  );
  return element('div', { class: 'card' }, head, element('pre', {}, text));
}

function messageCard({ at, openid, templateId, page, data }: SubscribeMessage): HTMLElement {
  const head = element(
    'div',
    { class: 'row' },
    element('b', {}, openid),
    element('span', { class: 'quiet' }, `模板 ${templateId} · ${page}`),
    element('span', { class: 'quiet end' }, moment(at)),
  );
  return element('div', { class: 'card' }, head, jsonBlock(data));
}

function checkCard({ at, openid, content, suggest }: ContentCheck): HTMLElement {
  return element(
    'div',
    { class: 'card row' },
    tag(suggest, VERDICTS[suggest] ?? 'quiet'),
    element('span', {}, content),
    element('span', { class: 'quiet end' }, `${openid} · ${moment(at)}`),
  );
}
