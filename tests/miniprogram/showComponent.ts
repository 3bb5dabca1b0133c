import path from 'node:path';
import simulate from 'miniprogram-simulate';

const root = path.join(__dirname, '../../miniprogram');

/** What the typings of miniprogram-simulate leave out of a rendered root. */
type Listening = {
  addEventListener(name: string, heard: (event: { detail: unknown }) => void): void;
};

/** A component on its own: what it shows, and the events it fired. One component a test file. */
export type Shown = {
  readonly fired: { name: string; detail: unknown }[];
  text(): string;
  has(selector: string): boolean;
  change(properties: object): Promise<void>;
  tap(selector: string): Promise<void>;
};

const loaded = new Map<string, string>();
const loadOnce = (component: string): string => {
  const file = path.join(root, 'components', component, 'index');
  const id = loaded.get(component) ?? simulate.load(file, { rootPath: root });
  loaded.set(component, id);
  return id;
};

/** Shows a component of `miniprogram/components` with properties, listening to the events named. */
export const showComponent = async (
  component: string,
  properties: object,
  events: readonly string[] = [],
): Promise<Shown> => {
  const shown = simulate.render(loadOnce(component), properties);
  const screen = document.body.appendChild(document.createElement('div'));
  shown.attach(screen);
  const fired: Shown['fired'] = [];
  for (const name of events) {
    (shown as unknown as Listening).addEventListener(name, ({ detail }) =>
      fired.push({ name, detail }),
    );
  }
  await simulate.sleep(10);
  return {
    fired,
    text: () => (screen.textContent ?? '').replace(/\s+/g, ' ').trim(),
    has: (selector) => shown.querySelector(selector) !== undefined,
    change: async (change) => {
      shown.setData(change);
      await simulate.sleep(10);
    },
    tap: async (selector) => {
      shown.querySelector(selector)?.dispatchEvent('tap');
      await simulate.sleep(10);
    },
  };
};
