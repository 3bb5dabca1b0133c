import '@vant/touch-emulator'; // a mouse becomes a finger; does nothing on touch screens
import { installCloudDate } from '../../cloudDate';
import { createWx } from '../api';
import { openModal } from '../api/panels/modal';
import { dismissPanel } from '../api/panels/overlay';
import { defineBuiltins } from '../builtin';
import { builtinId } from '../builtin/tags';
import { AppLifecycle } from './appLifecycle';
import { createBackend } from './backend';
import { Capsule } from './capsule';
import { patchComponents } from './componentPatches';
import { adapter, glassEasel, type GlassElement, type Values } from './engine';
import type { Host } from './host';
import { watchLongPress } from './longPress';
import { pageFactory } from './pageFactory';
import { applyInsets, readPhone } from './phone';
import { Router } from './router';
import { installTemplateHooks } from './templateHooks';
import type { AppJson, WindowConfig } from './windowConfig';
import { wxBehaviors, type Definition, type ResolveBehaviors } from './wxBehaviors';
import { installWxsLanguage } from './wxsLanguage';

type CodeSpace = ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['createCodeSpace']>;
type Templates = Record<string, unknown>;

interface BuiltComponent {
  id: string;
  config: WindowConfig;
  scope: string;
  isPage: boolean;
  /** Runs the component's script, which calls Page() or Component(). */
  run(): void;
}

/** What the build hands to the runtime. */
export interface BuiltMiniProgram {
  app: AppJson;
  pages: string[];
  templates: Templates;
  components: BuiltComponent[];
  runApp(): void;
}

/** Starts the mini-program in this document. */
export function boot(program: BuiltMiniProgram): void {
  glassEasel.addGlobalWarningListener(() => false); // its notes about third-party components help nobody
  installCloudDate();
  installWxsLanguage();
  installTemplateHooks();
  watchLongPress();
  const env = new adapter.MiniProgramEnv();
  const backend = env.associateBackend(createBackend());
  const codeSpace = env.createCodeSpace('', true);
  adjustCodeSpace(codeSpace);
  const router = makeRouter(program, { backend, codeSpace });
  const { route, found } = router.launchRoute();
  const host: Host = { phone: readPhone(), router, lifecycle: new AppLifecycle(route) };
  applyInsets(host.phone);
  const wx = createWx(host);
  patchComponents(router, wx);
  const resolveBehaviors = wxBehaviors(codeSpace);
  installGlobals(host, { wx, codeSpace, resolveBehaviors });
  defineBuiltins({ codeSpace, templates: program.templates, host });
  program.runApp(); // App() comes before any page or component code, as in WeChat
  for (const one of program.components)
    registerComponent(one, { codeSpace, program, resolveBehaviors });
  document.body.append(new Capsule(host).node);
  host.lifecycle.launch();
  if (!found)
    host.lifecycle.fire('onPageNotFound', { ...host.lifecycle.launchOptions, isEntryPage: true });
  router.start(route);
}

type Space = {
  codeSpace: CodeSpace;
  backend: ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['associateBackend']>;
};

function makeRouter({ app, pages, components }: BuiltMiniProgram, space: Space): Router {
  const pageConfigs = new Map(
    components.filter((one) => one.isPage).map((one) => [one.id, one.config]),
  );
  const router: Router = new Router(app, pages, {
    makePage: pageFactory({ app, pageConfigs, ...space, router: () => router }),
    confirmLeaving,
    dismissPanel,
  });
  return router;
}

async function confirmLeaving(content: string): Promise<boolean> {
  const { confirm } = await openModal({ content });
  return confirm;
}

interface Preparable {
  prepareComponentOptions(is: string, options: unknown): [Values, ...unknown[]];
}

/** Settings the adapter does not expose, and the `ready` lifetime, which glass-easel never fires. */
function adjustCodeSpace(codeSpace: CodeSpace): void {
  const preparable = codeSpace as unknown as Preparable;
  const original = preparable.prepareComponentOptions.bind(codeSpace);
  preparable.prepareComponentOptions = (is, options) => {
    const prepared = original(is, options);
    Object.assign(prepared[0], {
      idPrefixGenerator: null, // so that `#id` in WXSS matches
      writeIdToDOM: true,
      writeFieldsToNode: false, // a property named `data` would shadow this.data
    });
    return prepared;
  };
  const ready = codeSpace
    .getComponentSpace()
    .define()
    .lifetime('attached', function () {
      const given = this as unknown as GlassElement & { _$?: GlassElement };
      const element = given._$ ?? given;
      markHost(element);
      requestAnimationFrame(() => element.triggerLifetime('ready', []));
    });
  codeSpace.setOverallBehavior(ready.registerBehavior() as never);
}

/** The engine marks only isolated components; those with shared styles need a mark for `:host` as well. */
function markHost({ $$, is }: GlassElement): void {
  if ($$ && !$$.hasAttribute('wx-host') && !is.startsWith(builtinId(''))) {
    $$.setAttribute('wx-host', is);
  }
}

interface Globals {
  wx: object;
  codeSpace: CodeSpace;
  resolveBehaviors: ResolveBehaviors;
}

function installGlobals(host: Host, { wx, codeSpace, resolveBehaviors }: Globals): void {
  const { lifecycle, router } = host;
  codeSpace.componentEnv('', ({ Behavior }) => {
    Object.assign(window, {
      Behavior: (definition: Definition) => Behavior(resolveBehaviors(definition) as never),
    });
  });
  Object.assign(window, {
    wx,
    App: (definition: Values) => lifecycle.define(definition),
    getApp: () => lifecycle.instance,
    getCurrentPages: () => router.instances(),
    phone: host.phone, // the frame page switches it offline
  });
}

interface Registry {
  codeSpace: CodeSpace;
  program: BuiltMiniProgram;
  resolveBehaviors: ResolveBehaviors;
}

function registerComponent(
  one: BuiltComponent,
  { codeSpace, program, resolveBehaviors }: Registry,
): void {
  const { id, config, scope } = one;
  codeSpace.addComponentStaticConfig(id, config as never);
  codeSpace.addStyleSheet(id, undefined, scope);
  const content = program.templates[id];
  codeSpace.addCompiledTemplate(id, { groupList: program.templates, content } as never);
  codeSpace.componentEnv(id, ({ Page, Component }) => {
    Object.assign(window, {
      Page: (definition: Definition) => Page(resolveBehaviors(definition) as never),
      Component: (definition: Definition) => Component(resolveBehaviors(definition) as never),
    });
    runScript(one);
  });
}

/** One broken page must not take the others down, but it must be heard. */
function runScript({ id, run }: BuiltComponent): void {
  try {
    run();
  } catch (error) {
    // eslint-disable-next-line no-console -- a page author looks for this in the browser's console
    console.error(`${id} failed to load`, error);
  }
}
