import type { FunctionName } from '../../shared/contracts';
import { permissions } from '../../shared/permissions';

type Rule = { invoke: boolean | string };

/**
 * CloudBase's own fence around functions, drawn from our table: what only the cloud may call is closed to clients,
 * what visitors may call is open, everything else wants a WeChat identity.
 */
export const functionRules = (): Record<string, Rule> => {
  const names = Object.keys(permissions) as FunctionName[];
  return {
    '*': { invoke: false },
    ...Object.fromEntries(names.map((name) => [name, ruleOf(name)])),
  };
};

const ruleOf = (name: FunctionName): Rule => {
  const row = permissions[name];
  if (row.visitor === 'all' || row.visitor === 'entitled') return { invoke: true };
  return { invoke: row.learner || row.teacher || row.admin ? 'auth != null' : false };
};
