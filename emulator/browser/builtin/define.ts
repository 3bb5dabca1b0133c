import type { adapter, Instance, Values } from '../runtime/engine';
import type { Host } from '../runtime/host';
import { registerAbilities } from './abilities';
import { playAnimation } from './animation';
import { ARIA_PROPERTIES, setAria } from './aria';
import {
  anything,
  flag,
  text,
  type Builtin,
  type BuiltinNode,
  type BuiltinParts,
  type PropertyTable,
} from './builtin';
import { watchHover } from './hover';
import { builtinId, BUILTIN_TEMPLATES } from './tags';

export type CodeSpace = ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['createCodeSpace']>;

const COMMON: PropertyTable = {
  hidden: flag(),
  animation: anything(),
  hoverClass: text(),
  hoverStopPropagation: flag(),
  hoverStartTime: anything(),
  hoverStayTime: anything(),
  ...Object.fromEntries(ARIA_PROPERTIES.map((name) => [name, anything()])),
};

/** Registers one built-in component and its tag. */
export function defineBuiltin(
  builtin: Builtin,
  { codeSpace, templates, host }: { codeSpace: CodeSpace; templates: Values; host: Host },
): void {
  const id = builtinId(builtin.tag);
  codeSpace.addComponentStaticConfig(id, { component: true, styleIsolation: 'shared' } as never);
  if (builtin.tag in BUILTIN_TEMPLATES) {
    codeSpace.addCompiledTemplate(id, { groupList: templates, content: templates[id] } as never);
  }
  const definition = componentDefinition(builtin, host);
  const component = codeSpace.component(id).definition(definition).register();
  codeSpace.getComponentSpace().setGlobalUsingComponent(builtin.tag, engineDefinition(component));
}

/** The engine's own definition inside what the adapter registered; its types hide it. */
function engineDefinition(registered: object): never {
  return (registered as { _$: never })._$;
}

function componentDefinition(builtin: Builtin, host: Host): object {
  const properties = { ...COMMON, ...builtin.properties };
  const parts = new WeakMap<object, BuiltinParts>();
  const notify = (instance: Instance, name: string, value: unknown): void => {
    parts.get(instance)?.changed?.[name]?.(value as never);
  };
  const names = Object.keys(properties);
  return {
    properties,
    observers: Object.fromEntries(
      names.map((name) => [
        name,
        function (this: Instance, value: unknown) {
          notify(this, name, value);
        },
      ]),
    ),
    lifetimes: {
      created(this: Instance) {
        parts.set(this, createParts(this, builtin, host));
      },
      attached(this: Instance) {
        for (const name of names) if (isSet(this.data[name])) notify(this, name, this.data[name]);
        parts.get(this)?.attached?.();
      },
      detached(this: Instance) {
        parts.get(this)?.detached?.();
      },
    },
  };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function createParts(instance: Instance, builtin: Builtin, host: Host): BuiltinParts {
  const node = builtinNode(instance);
  const parts = builtin.create?.(node, host) ?? {};
  registerAbilities(node, parts.abilities ?? {});
  watchHover(node);
  return { ...parts, changed: { ...commonChanges(node), ...parts.changed } };
}

function commonChanges({ host }: BuiltinNode): Record<string, (value: never) => void> {
  return {
    hidden: (value: boolean) => host.toggleAttribute('hidden', Boolean(value)),
    animation: (value: unknown) => void playAnimation(host, value),
    ...Object.fromEntries(
      ARIA_PROPERTIES.map((name) => [name, (value: unknown) => setAria(host, name, value)]),
    ),
  };
}

function builtinNode(instance: Instance): BuiltinNode {
  const element = instance._$;
  return {
    host: element.$$ as HTMLElement,
    element,
    read: (property) => instance.data[property],
    text: (property) => String(instance.data[property] ?? ''),
    flag: (property) => Boolean(instance.data[property]),
    number: (property, fallback = 0) => {
      const value = Number.parseFloat(String(instance.data[property]));
      return Number.isNaN(value) ? fallback : value;
    },
    write: (values) => instance.setData(values),
    fire: (event, detail = {}, bubbles = false) =>
      element.triggerEvent(event, detail, bubbles ? { bubbles, composed: true } : {}),
    onTap: (listener) => element.addListener('tap', listener),
  };
}
