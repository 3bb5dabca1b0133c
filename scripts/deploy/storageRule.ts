type Condition = boolean | string;
type PrefixRule = { read: Condition; write: Condition };

/** Our storage rules: the longest prefix that fits a path decides. */
export type StorageRules = { prefixes: Record<string, PrefixRule> };

/**
 * The same rules as CloudBase wants them: one expression for reading and one for writing.
 * A regular expression's answer must be compared with `true` there (docs.cloudbase.net/storage/security-rules).
 */
export const storageRule = ({ prefixes }: StorageRules): { read: Condition; write: Condition } => ({
  read: expression(prefixes, 'read'),
  write: expression(prefixes, 'write'),
});

const expression = (prefixes: StorageRules['prefixes'], action: keyof PrefixRule): Condition => {
  if (prefixes['']?.[action] !== false) throw new Error('what no prefix names must be closed');
  const open = Object.entries(prefixes).filter(
    ([prefix, rule]) => prefix !== '' && rule[action] !== false,
  );
  if (open.length === 0) return false;
  return open
    .map(([prefix, rule]) => {
      const fits = `/^${prefix.replace(/[^A-Za-z0-9]/g, '\\$&')}/.test(resource.path) == true`;
      return rule[action] === true ? `(${fits})` : `(${fits} && ${String(rule[action])})`;
    })
    .join(' || ');
};
