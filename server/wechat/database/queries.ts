import { Condition, type Changes, type Where } from '../../database';
import type { SdkDatabase } from '../sdk';

type Command = SdkDatabase['command'];

const conditions: Record<
  Condition['kind'],
  (command: Command, value: never, db: SdkDatabase) => unknown
> = {
  oneOf: (command, values: unknown[]) => command.in(values),
  below: (command, value) => command.lt(value),
  atMost: (command, value) => command.lte(value),
  above: (command, value) => command.gt(value),
  notContaining: (command, values: unknown[]) => command.nin(values),
  matching: (_command, { pattern, flags }: { pattern: string; flags: string }, db) =>
    db.RegExp({ regexp: pattern, options: flags }),
};

/** A condition of ours in the SDK's words. */
export const toQuery = (db: SdkDatabase, where: Where): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(where).map(([path, wanted]) => [
      path,
      wanted instanceof Condition
        ? conditions[wanted.kind](db.command, wanted.value as never, db)
        : wanted,
    ]),
  );

/** The same condition as a raw `$match`, for the inner pipelines of an aggregation. */
export const toMatch = (where: Where): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(where).map(([path, wanted]) => [
      path,
      wanted instanceof Condition ? rawCondition(wanted) : wanted,
    ]),
  );

const RAW: Record<Exclude<Condition['kind'], 'matching'>, string> = {
  oneOf: '$in',
  below: '$lt',
  atMost: '$lte',
  above: '$gt',
  notContaining: '$nin',
};

const rawCondition = ({ kind, value }: Condition): unknown => {
  if (kind === 'matching') {
    const { pattern, flags } = value as { pattern: string; flags: string };
    return { $regex: pattern, $options: flags };
  }
  return { [RAW[kind]]: value };
};

/** Changes in the SDK's words. `_.set` replaces a value whole, where a bare object would be merged into the old one. */
export const toUpdate = ({ command }: SdkDatabase, changes: Changes): Record<string, unknown> => {
  const each = <V>(part: Readonly<Record<string, V>> | undefined, write: (value: V) => unknown) =>
    Object.entries(part ?? {}).map(([path, value]) => [path, write(value)]);
  return Object.fromEntries([
    ...each(changes.set, (value) => command.set(value)),
    ...each(changes.increase, (by) => command.inc(by)),
    ...each(changes.append, (values) => command.push([...values])),
    ...each(changes.takeOut, (value) => command.pull(value)),
    ...(changes.unset ?? []).map((path) => [path, command.remove()]),
  ]) as Record<string, unknown>;
};
