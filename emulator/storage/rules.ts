/** Who asks for a file. A function or a server SDK is not a client and is never asked. */
export interface StorageClient {
  openid?: string;
}

/**
 * `true`, `false`, or conditions joined by `||` and `&&` out of `auth != null`,
 * `resource.openid == auth.openid` and `auth.openid == resource.openid`.
 */
export type StorageRule = boolean | string;

export interface PrefixRule {
  read: StorageRule;
  write: StorageRule;
}

/**
 * Client rights by path prefix; the longest fitting prefix decides, `""` is the default:
 * `{"prefixes": {"public/": {"read": true, "write": false}, "": {"read": false, "write": false}}}`.
 */
export interface StorageRules {
  prefixes: Record<string, PrefixRule>;
}

type Condition = (client: StorageClient, owner: string | undefined) => boolean;

const OWN_FILE: Condition = (client, owner) =>
  client.openid !== undefined && client.openid === owner;

const CONDITIONS: Record<string, Condition> = {
  true: () => true,
  false: () => false,
  'auth!=null': (client) => client.openid !== undefined,
  'resource.openid==auth.openid': OWN_FILE,
  'auth.openid==resource.openid': OWN_FILE,
};

/** Whether the client may do this to the file of that owner. */
export function allows(
  rule: StorageRule,
  client: StorageClient,
  owner: string | undefined,
): boolean {
  return alternatives(rule).some((terms) => terms.every((term) => term(client, owner)));
}

/** The rule for a path. A path that no prefix covers is closed. */
export function ruleFor(rules: StorageRules, path: string): PrefixRule {
  const prefixes = Object.keys(rules.prefixes).filter((prefix) => path.startsWith(prefix));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return (longest !== undefined && rules.prefixes[longest]) || { read: false, write: false };
}

/** Throws for a rule that cannot be understood, so that a typing error does not open or close a folder. */
export function checkStorageRules(rules: StorageRules): void {
  for (const { read, write } of Object.values(rules.prefixes)) {
    alternatives(read);
    alternatives(write);
  }
}

function alternatives(rule: StorageRule): Condition[][] {
  return String(rule)
    .replace(/\s+/g, '')
    .split('||')
    .map((alternative) => alternative.split('&&').map(condition));
}

function condition(text: string): Condition {
  const found = CONDITIONS[text];
  if (!found) throw new Error(`storage rule not understood: ${text}`);
  return found;
}
