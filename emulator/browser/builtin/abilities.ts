import type { Abilities, BuiltinNode } from './builtin';

const abilitiesOf = new WeakMap<HTMLElement, Abilities>();
const nodeOf = new WeakMap<HTMLElement, BuiltinNode>();

/** Notes which built-in a DOM node was drawn by, and what it can do for others. */
export function registerAbilities(node: BuiltinNode, can: Abilities): void {
  abilitiesOf.set(node.host, can);
  nodeOf.set(node.host, node);
}

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
