import { dashed } from '../runtime/backend';
import type { EngineEvent, GlassElement, Values } from '../runtime/engine';
import type { Host } from '../runtime/host';

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
