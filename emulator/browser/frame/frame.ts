const PHONE_WIDTH_PX = 600;
const INSETS = { statusBar: '47', homeIndicator: '34' };
const PLATFORMS = [
  { value: 'devtools', label: '开发者工具' },
  { value: 'ios', label: 'iOS' },
  { value: 'android', label: 'Android' },
];
const FOLLOW_MS = 400;

/** Someone the panel lets one act as. */
interface ListedPerson {
  openid: string;
  name: string;
}

/** The choices the panel makes; the app page remembers person and platform for this browser. */
const chosen = {
  openid: localStorage.getItem('phone:openid') ?? '',
  platform: localStorage.getItem('phone:platform') ?? 'devtools',
  offline: false,
};

function find<T extends HTMLElement>(selector: string): T {
  const node = document.querySelector<T>(selector);
  if (!node) throw new Error(`${selector} is missing from index.html`);
  return node;
}

/** On a phone there is nothing to frame: the mini-program takes the whole screen. */
function openBareAppOnPhones(): boolean {
  if (window.innerWidth >= PHONE_WIDTH_PX) return false;
  location.replace(`/app.html${location.search}${location.hash}`);
  return true;
}

function appUrl(hash: string): string {
  const { openid, platform, offline } = chosen;
  const search = new URLSearchParams({ as: openid, platform, ...INSETS });
  if (offline) search.set('offline', '1');
  return `/app.html?${search}${hash}`;
}

/** Starts the mini-program anew as the chosen person; a new person starts at home. */
function relaunch(hash: string): void {
  find<HTMLIFrameElement>('iframe').src = appUrl(hash);
  find('.openid').textContent = chosen.openid;
}

function drawChoices(
  selector: string,
  choices: { label: string; active: () => boolean; choose: () => void }[],
): void {
  const box = find(selector);
  const draw = (): void => {
    const buttons = choices.map(({ label, active, choose }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.setAttribute('role', 'radio');
      button.setAttribute('aria-checked', String(active()));
      button.addEventListener('click', () => {
        choose();
        draw();
      });
      return button;
    });
    box.replaceChildren(...buttons);
  };
  draw();
}

function drawPersons(persons: ListedPerson[]): void {
  const become = (openid: string): void => {
    chosen.openid = openid;
    relaunch('');
  };
  const listed = persons.map(({ openid, name }) => ({
    label: name,
    active: () => chosen.openid === openid,
    choose: () => become(openid),
  }));
  const isNew = (): boolean => persons.every((person) => person.openid !== chosen.openid);
  const visitor = { label: '新访客', active: isNew, choose: () => become(freshOpenid()) };
  drawChoices('.persons', [...listed, visitor]);
}

function drawPlatforms(): void {
  const choices = PLATFORMS.map(({ value, label }) => ({
    label,
    active: () => chosen.platform === value,
    choose: () => {
      chosen.platform = value;
      relaunch(currentHash());
    },
  }));
  drawChoices('.platforms', choices);
}

type AppWindow = Window & { phone?: { offline: boolean }; Date?: typeof Date };

function appWindow(): AppWindow | null {
  return find<HTMLIFrameElement>('iframe').contentWindow;
}

function currentHash(): string {
  return appWindow()?.location.hash ?? '';
}

function goOffline(offline: boolean): void {
  chosen.offline = offline;
  const app = appWindow();
  if (app?.phone) app.phone.offline = offline;
  app?.dispatchEvent(new Event('phone-network'));
}

/** Keeps the address of the page on screen in the panel and in this window, so that a reload stays there. */
function followAddress(): void {
  const link = find<HTMLAnchorElement>('.address');
  const hash = currentHash();
  const url = `${location.origin}/${hash}`;
  if (link.href === url && link.textContent) return;
  link.href = url;
  link.textContent = decodeURIComponent(hash.replace(/^#/, '') || '/');
  history.replaceState(null, '', hash || '/');
}

/** The status bar is written in the colour of the navigation bar below it. */
function followBarColor(): void {
  const bar = appWindow()?.document.querySelector('.mp-page:not([hidden]) .mp-nav:not([hidden])');
  find('.status-bar').style.color = bar ? getComputedStyle(bar).color : '';
}

function showTime(): void {
  const clock = find('time');
  const draw = (): void => {
    const CloudDate = appWindow()?.Date ?? Date;
    clock.textContent = new CloudDate().toTimeString().slice(0, 5);
  };
  draw();
  setInterval(draw, 1000);
}

/** An openid nobody had before. */
function freshOpenid(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `oVisitor${Array.from(random, (byte) => letters[byte % letters.length]).join('')}`;
}

function start(): void {
  if (openBareAppOnPhones()) return;
  const persons = JSON.parse(find('#persons').textContent ?? '[]') as ListedPerson[];
  chosen.openid ||= persons[0]?.openid ?? freshOpenid();
  drawPersons(persons);
  drawPlatforms();
  relaunch(location.hash);
  setInterval(followAddress, FOLLOW_MS);
  setInterval(followBarColor, FOLLOW_MS);
  showTime();
  const link = find<HTMLAnchorElement>('.address');
  find('.reload').addEventListener('click', () => appWindow()?.location.reload());
  find('.copy').addEventListener('click', () => void navigator.clipboard.writeText(link.href));
  find<HTMLInputElement>('.offline input').addEventListener('change', (event) =>
    goOffline((event.target as HTMLInputElement).checked),
  );
}

start();
