import type { adapter } from './engine';
import type { Values } from './engine';

type CodeSpace = ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['createCodeSpace']>;

/** A component, page or behavior as mini-program code defines it. */
export interface Definition extends Values {
  behaviors?: unknown[];
  methods?: Values;
  export?: unknown;
}

/** Replaces WeChat's string behaviors (`wx://form-field`…) in a definition with real ones. */
export type ResolveBehaviors = (definition: Definition) => Definition;

/** The behaviors that WeChat provides by name; glass-easel's adapter knows none of them. */
export function wxBehaviors(codeSpace: CodeSpace): ResolveBehaviors {
  const define = (definition: object): unknown =>
    codeSpace.behavior().definition(definition).register();
  const known: Record<string, unknown> = {
    'wx://form-field': define({ properties: { name: String, value: null } }),
    'wx://form-field-group': define({}),
    'wx://form-field-button': define({}),
    'wx://proxy-scroll-view': define({}),
    'wx://component-export': define({ definitionFilter: exportAsMethod }),
  };
  return (definition) => {
    if (!definition.behaviors) return definition;
    const behaviors = definition.behaviors.flat().map((one) => resolve(known, one));
    return { ...definition, behaviors };
  };
}

function exportAsMethod(definition: Definition): void {
  if (definition.export) {
    definition.methods = { ...definition.methods, __export: definition.export };
  }
}

function resolve(known: Record<string, unknown>, behavior: unknown): unknown {
  if (typeof behavior !== 'string') return behavior;
  const found = known[behavior];
  if (!found) throw new Error(`behavior "${behavior}" is not provided by the browser host`);
  return found;
}
