import { dashed } from '../runtime/backend';
import type { adapter, EngineEvent, GlassElement, Instance, Values } from '../runtime/engine';
import type { Host } from '../runtime/host';
import { ARIA_PROPERTIES, setAria } from './aria';
import { playAnimation } from './animation';
import { watchHover } from './hover';
import { builtinId, BUILTIN_TEMPLATES } from './tags';

export type CodeSpace = ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['createCodeSpace']>;
export type PropertyTable = Record<string, { type: unknown; value?: unknown }>;

/** What a built-in lets the others ask of it; a form asks its fields, a label its control, an API its media. */
export interface Abilities {
  /** A form control. */
  field?: { value(): unknown; reset(): void };
  /** What tapping a label around it does. */
  activate?(): void;
  video?: HTMLVideoElement;
  canvas?: HTMLCanvasElement;
  submit?(): void;
  reset?(): void;
  /** A checkbox or radio of a group was toggled. */
  memberToggled?(member: BuiltinNode): void;
  /** A column of a picker-view came to rest. */
  columnSettled?(): void;
  column?: { index(): number; moveTo(index: number): void };
  scrollInto?(node: HTMLElement): void;
}

/** One built-in in a page, as its own code sees it. */
export interface BuiltinNode {
  readonly host: HTMLElement;
  readonly element: GlassElement;
  text(property: string): string;
  number(property: string, fallback?: number): number;
  flag(property: string): boolean;
  read(property: string): unknown;
  write(values: Values): void;
  fire(event: string, detail?: unknown, bubbles?: boolean): void;
  onTap(listener: (event: EngineEvent) => void): void;
}

export interface BuiltinParts {
  /** Called with the new value when a property changes, and once for every property that is set when attached. */
  changed?: Record<string, (value: never) => void>;
  attached?(): void;
  detached?(): void;
  abilities?: Abilities;
}

export interface Builtin {
  tag: string;
  properties?: PropertyTable;
  create?(node: BuiltinNode, host: Host): BuiltinParts;
}

/** A property of a built-in: text, a yes-or-no, a number, or anything. */
export const text = (value = ''): PropertyTable[string] => ({ type: String, value });
export const flag = (value = false): PropertyTable[string] => ({ type: Boolean, value });
export const number = (value = 0): PropertyTable[string] => ({ type: Number, value });
export const anything = (): PropertyTable[string] => ({ type: null });

const COMMON: PropertyTable = {
  hidden: flag(),
  animation: anything(),
  hoverClass: text(),
  hoverStopPropagation: flag(),
  hoverStartTime: anything(),
  hoverStayTime: anything(),
  ...Object.fromEntries(ARIA_PROPERTIES.map((name) => [name, anything()])),
};

const abilitiesOf = new WeakMap<HTMLElement, Abilities>();
const nodeOf = new WeakMap<HTMLElement, BuiltinNode>();

/** What the built-in drawn as `node` can do; empty for other nodes. */
export function abilities(node: Element | null | undefined): Abilities {
  return (node && abilitiesOf.get(node as HTMLElement)) ?? {};
}

/** The built-in drawn as a DOM node. */
export function builtinOf(node: Element): BuiltinNode | undefined {
  return nodeOf.get(node as HTMLElement);
}

/** What the built-in above `node` with this tag can do. */
export function abilitiesAbove(node: HTMLElement, tag: string): Abilities {
  return abilities(node.closest(`wx-${tag}`));
}

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
  const component = codeSpace
    .component(id)
    .definition(definition as never)
    .register();
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
  abilitiesOf.set(node.host, parts.abilities ?? {});
  nodeOf.set(node.host, node);
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

/** Copies a property to a DOM attribute whenever it changes; a flag toggles it. */
export function mirror(
  host: HTMLElement,
  ...properties: string[]
): NonNullable<BuiltinParts['changed']> {
  return Object.fromEntries(
    properties.map((property) => [
      property,
      (value: unknown) => {
        const name = dashed(property);
        if (typeof value === 'boolean') host.toggleAttribute(name, value);
        else host.setAttribute(name, String(value));
      },
    ]),
  );
}

/** The id (`pages/home/home`) of the page or component whose template wrote this element. */
export function writerOf(element: GlassElement): string {
  let owner = element.ownerShadowRoot?.getHostNode();
  while (owner?.is.startsWith(builtinId(''))) owner = owner.ownerShadowRoot?.getHostNode();
  return owner?.is ?? '';
}
