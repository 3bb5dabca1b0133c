import { drawClock } from './clock';
import { element } from './element';
import type { View } from './view';
import { databaseView } from './views/database';
import { faultsView } from './views/faults';
import { logsView } from './views/logs';
import { outboxView } from './views/outbox';
import { paymentsView } from './views/payments';
import { timersView } from './views/timers';

const VIEWS: [View, ...View[]] = [
  paymentsView,
  outboxView,
  logsView,
  databaseView,
  timersView,
  faultsView,
];
const REFRESH_MS = 2000;
const MESSAGE_MS = 2500;

let shown = '';
let messageTimer = 0;

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

function current(): { view: View; parameter: string } {
  const [id, parameter = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { view: VIEWS.find((view) => view.id === id) ?? VIEWS[0], parameter };
}

function drawNavigation(): void {
  const { view } = current();
  const links = VIEWS.map(({ id, title }) =>
    element('a', { href: `#${id}`, 'aria-current': id === view.id }, title),
  );
  place('views').replaceChildren(...links);
}

/** Draws again only when something has changed; what a person has unfolded stays so. */
async function refresh(): Promise<void> {
  const { view, parameter } = current();
  const data = await view.load(parameter);
  const seen = JSON.stringify([view.id, parameter, data]);
  if (seen === shown || current().view !== view) return;
  shown = seen;
  const heading = element('h2', {}, view.title);
  const unfolded = unfoldedKeys();
  place('content').replaceChildren(heading, ...view.draw(data as never, doing, parameter));
  unfold(unfolded);
}

function unfoldedKeys(): Set<string | undefined> {
  const open = document.querySelectorAll<HTMLDetailsElement>('details[open][data-key]');
  return new Set([...open].map((details) => details.dataset['key']));
}

function unfold(keys: Set<string | undefined>): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-key]')) {
    details.open = keys.has(details.dataset['key']);
  }
}

function doing(what: string, action: () => Promise<unknown>): void {
  void action()
    .then(() => {
      say(`${what}：完成`);
    })
    .catch((error: unknown) => {
      say(`${what}：${error instanceof Error ? error.message : String(error)}`);
    })
    .then(refreshAll);
}

function say(text: string): void {
  const message = place('message');
  message.textContent = text;
  message.classList.add('shown');
  clearTimeout(messageTimer);
  messageTimer = window.setTimeout(() => {
    message.classList.remove('shown');
  }, MESSAGE_MS);
}

async function refreshAll(): Promise<void> {
  if (document.hidden) return;
  try {
    await Promise.all([refresh(), drawClock(place('clock'), doing)]);
  } catch {
    say('连不上本地云');
  }
}

addEventListener('hashchange', () => {
  drawNavigation();
  void refreshAll();
});
drawNavigation();
void refreshAll();
setInterval(() => void refreshAll(), REFRESH_MS);
