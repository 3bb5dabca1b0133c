import path from 'node:path';
import type { AppConfig } from './appConfig';
import { pageIds } from './appConfig';
import { HOST_DIR } from './bundle';
import type { ComponentSource } from './components';

export interface EntryParts {
  app: AppConfig;
  appScript: string | undefined;
  components: ComponentSource[];
  templates: string;
}

/**
 * The source of app.js: it hands templates and configs to the runtime. Each page and component is
 * required inside a function, so that its script runs while `Page` and `Component` are bound to its id.
 */
export function entrySource({ app, appScript, components, templates }: EntryParts): string {
  return `
import { boot } from ${JSON.stringify(path.join(HOST_DIR, 'runtime/boot.ts'))};
boot({
  app: ${JSON.stringify(app)},
  pages: ${JSON.stringify(pageIds(app))},
  templates: ${templates},
  components: [${components.map(componentEntry).join(',\n')}],
  runApp: ${requireLater(appScript)},
});`;
}

function componentEntry({ id, config, scope, isPage, script }: ComponentSource): string {
  const fixed = JSON.stringify({ id, config, scope, isPage });
  return `{ ...${fixed}, run: ${requireLater(script)} }`;
}

function requireLater(script: string | null | undefined): string {
  return script ? `() => { require(${JSON.stringify(script)}); }` : '() => {}';
}
