import path from 'node:path';
import simulate from 'miniprogram-simulate';

const root = path.join(__dirname, '../../miniprogram');

/** What the cloud is asked by a page. */
export type Asked = { readonly name: string; readonly data: Record<string, unknown> };
/** The cloud as a test plays it: answers by function name; `lost` is a network that is away. */
export type Answers = Record<string, (data: Record<string, unknown>) => unknown>;

export const lost = (): never => {
  throw new Error('request:fail');
};
export const given = (data: unknown) => ({ ok: true, data });
export const refused = (code: string, message: string) => ({
  ok: false,
  code,
  message,
  traceId: 'trace',
});

/** The answer of `getMe` to someone of a role. */
export const signedIn =
  (role: string, { userId = 'usr_one', messageTemplates = {} } = {}) =>
  () =>
    given({
      me: { userId, role, nickname: '周老师', introduction: '', joinedAt: 0 },
      unreadNotices: 0,
      cameByLogin: false,
      hasAffiliates: false,
      messageTemplates,
    });

type Definition = { data?: object; behaviors?: string[] } & Record<string, unknown>;
type Simulated = ReturnType<typeof simulate.render>;
type Instance = {
  data: Record<string, unknown>;
  onLoad?(query: Record<string, string>): void;
};

/** A page or a component on it, as far as a finger reaches. */
type Part = {
  readonly data: Record<string, unknown>;
  /** Fires an event on the n-th element of a selector, as WeChat would. */
  fire(selector: string, event: string, detail?: object, at?: number): Promise<void>;
  tap(selector: string, at?: number): Promise<void>;
  /** A component on it. */
  part(selector: string): Part;
};

/** A page on a phone: what it shows, what it asked the cloud, what the person was told. */
export type OpenPage = Part & {
  readonly asked: Asked[];
  readonly told: string[];
  readonly wx: Record<string, unknown>;
  /** The text on the screen, without line breaks. */
  text(): string;
  /** Calls what WeChat itself calls on a page, such as `onShow`; answers with what the page says. */
  moment(name: string): Promise<unknown>;
  /** Waits until what is under way has come to the screen. */
  settled(): Promise<void>;
};

const settle = () => simulate.sleep(20);

/** `Page()` becomes a component whose methods are the page's functions. */
const asComponent = ({ data, behaviors, ...rest }: Definition) => {
  const methods = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => typeof value === 'function'),
  );
  const { Component: define } = globalThis as unknown as { Component(options: object): void };
  define({ data, behaviors, methods });
};

/** What the phone keeps, from page to page; a copy of what was given, as WeChat makes one. */
const kept = new Map<string, string>();
const storage = {
  getStorageSync: (key: string): unknown => JSON.parse(kept.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void kept.delete(key),
  clearStorageSync: () => kept.clear(),
};

const phone = (answers: Answers, asked: Asked[], told: string[]) => ({
  cloud: {
    callFunction: async ({ name, data }: Asked) => {
      asked.push({ name, data });
      const answer = answers[name];
      if (!answer) throw new Error(`no answer for ${name}`);
      return { result: answer(data) };
    },
  },
  showToast: ({ title }: { title: string }) => told.push(title),
  showModal: async ({ success }: { success?: (answer: object) => void }) => {
    const answer = { confirm: true, cancel: false, content: '' };
    success?.(answer);
    return answer;
  },
  setNavigationBarTitle: () => undefined,
  canIUse: () => true,
  ...storage,
  enableAlertBeforeUnload: () => undefined,
  disableAlertBeforeUnload: () => undefined,
});

/** Opens a page (`packages/teaching/pages/orders`) over a cloud that a test plays. One page a test file. */
export const openPage = async (
  page: string,
  { query = {}, answers = {} }: { query?: Record<string, string>; answers?: Answers },
): Promise<OpenPage> => {
  const asked: Asked[] = [];
  const told: string[] = [];
  const wx = Object.assign(
    (globalThis as unknown as { wx: object }).wx,
    phone(answers, asked, told),
  );
  Object.assign(globalThis, { Page: asComponent });
  const shown = simulate.render(loadOnce(page));
  const instance = shown.instance as unknown as Instance;
  instance.onLoad?.(query);
  const screen = document.body.appendChild(document.createElement('div'));
  shown.attach(screen);
  await settle();
  const text = () => (screen.textContent ?? '').replace(/\s+/g, ' ');
  const moment = async (name: string) => {
    const answer: unknown = momentOf(shown, name)();
    await settle();
    return answer;
  };
  return Object.assign(partOf(shown), { asked, told, wx, text, moment, settled: settle });
};

/** jest runs a module once, so a page is defined once a file and rendered as often as a test likes. */
const loaded = new Map<string, string>();
const loadOnce = (page: string): string => {
  const id = loaded.get(page) ?? simulate.load(path.join(root, page, 'index'), { rootPath: root });
  loaded.set(page, id);
  return id;
};

const partOf = (shown: Simulated): Part => {
  const fire: Part['fire'] = async (selector, event, detail = {}, at = 0) => {
    elementOf(shown, selector, at).dispatchEvent(event, { detail, bubbles: true, composed: true });
    await settle();
  };
  return {
    get data() {
      return (shown.instance as unknown as Instance).data;
    },
    fire,
    tap: (selector, at) => fire(selector, 'tap', {}, at),
    part: (selector) => partOf(elementOf(shown, selector)),
  };
};

const momentOf = ({ instance }: Simulated, name: string): (() => unknown) => {
  const page = instance as unknown as Record<string, (() => unknown) | undefined>;
  const moment = page[name];
  if (!moment) throw new Error(`the page has no ${name}`);
  return () => moment.call(page);
};

const elementOf = (shown: Simulated, selector: string, at = 0): Simulated => {
  const element = shown.querySelectorAll(selector)[at];
  if (!element) throw new Error(`nothing like ${selector} [${at}] on the page`);
  return element;
};
