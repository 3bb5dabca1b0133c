import type { AppConfig } from './appConfig';
import { pageIds } from './appConfig';
import { isFile, readJson } from './files';
import type { SourceTree } from './sourceTree';

/** The static JSON of a page or component; references in it are rewritten to absolute ids. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  [key: string]: unknown;
}

/** A page or component of the mini-program or of an npm package. */
export interface ComponentSource {
  id: string;
  isPage: boolean;
  config: ComponentConfig;
  /** Absolute path of its script, or null when it has none. */
  script: string | null;
  /** Class prefix of its own styles; empty when its styles are shared. */
  scope: string;
}

/** Finds every page and, from there, every component in use. Missing ones are listed in `problems`. */
export class ComponentScan {
  readonly components = new Map<string, ComponentSource>();
  readonly problems: string[] = [];

  constructor(
    private readonly tree: SourceTree,
    private readonly app: AppConfig,
  ) {}

  run(): this {
    for (const id of pageIds(this.app)) this.add(id, true);
    if (this.app.tabBar?.custom) this.add('custom-tab-bar/index', false);
    return this;
  }

  private add(id: string, isPage: boolean): void {
    if (this.components.has(id)) return;
    const file = this.tree.fileOf(id);
    const config: ComponentConfig = readJson<ComponentConfig>(`${file}.json`);
    const script = [`${file}.ts`, `${file}.js`].find(isFile) ?? null;
    if (isPage && !script && !isFile(`${file}.wxml`)) this.problems.push(`page "${id}" not found`);
    const source: ComponentSource = { id, isPage, config, script, scope: '' };
    this.components.set(id, source);
    source.scope = hasOwnScope(source) ? `s${this.components.size.toString(36)}` : '';
    this.link(source);
  }

  private link({ id, config }: ComponentSource): void {
    const fromApp = mapValues(this.app.usingComponents ?? {}, (ref) => this.need(ref, 'app'));
    const own = mapValues(config.usingComponents ?? {}, (ref) => this.need(ref, id));
    config.usingComponents = { ...fromApp, ...own };
    for (const generic of Object.values(config.componentGenerics ?? {})) {
      if (generic !== true && generic.default) generic.default = this.need(generic.default, id);
    }
  }

  private need(reference: string, fromId: string): string {
    const id = this.tree.resolveComponent(reference, fromId);
    if (!id) {
      this.problems.push(`${fromId}.json: component "${reference}" not found`);
      return reference;
    }
    this.add(id, false);
    return `/${id}`;
  }
}

function hasOwnScope({ isPage, config }: ComponentSource): boolean {
  if (isPage) config.styleIsolation ??= 'shared';
  return !['shared', 'page-shared'].includes(config.styleIsolation ?? 'isolated');
}

function mapValues<T>(record: Record<string, T>, map: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
