import { abilities, builtinOf } from './abilities';
import { anything, flag, type Builtin, type BuiltinNode } from './builtin';

interface NamedField {
  name: string;
  value(): unknown;
  reset(): void;
}

/** `<form>`: gathers the values of its named fields, or puts back their first ones. */
export const form: Builtin = {
  tag: 'form',
  properties: { reportSubmit: flag(), reportSubmitTimeout: anything() },
  create(node) {
    return {
      abilities: {
        submit: () => {
          const named = fieldsOf(node).filter((field) => field.name);
          const value = Object.fromEntries(named.map((field) => [field.name, field.value()]));
          node.fire('submit', { value });
        },
        reset: () => {
          for (const field of fieldsOf(node)) field.reset();
          node.fire('reset');
        },
      },
    };
  },
};

function fieldsOf(node: BuiltinNode): NamedField[] {
  const all = node.host.querySelectorAll('*');
  return Array.from(all).flatMap((one) => {
    const { field } = abilities(one);
    return field ? [{ name: builtinOf(one)?.text('name') ?? '', ...field }] : [];
  });
}
