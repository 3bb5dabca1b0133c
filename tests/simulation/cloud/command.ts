import { isDocument, type Document, type Value } from '../../../emulator/database/bson/value';
import { writeFailed } from '../../../emulator/database/errors';
import { copied } from './copied';

/** A change of one field, made by a word of `db.command`. */
export class FieldChange {
  constructor(
    readonly operator: '$set' | '$inc' | '$push' | '$pull' | '$unset',
    readonly operand: unknown,
  ) {}
}

/** The words of `db.command` that the server uses, in the form the SDK sends them (cloud-protocol 2.4). */
export const command = {
  in: (values: unknown[]) => ({ $in: values }),
  nin: (values: unknown[]) => ({ $nin: values }),
  lt: (value: unknown) => ({ $lt: value }),
  lte: (value: unknown) => ({ $lte: value }),
  gt: (value: unknown) => ({ $gt: value }),
  set: (value: unknown) => new FieldChange('$set', value),
  inc: (by: unknown) => new FieldChange('$inc', by),
  push: (values: unknown) =>
    new FieldChange('$push', { $each: Array.isArray(values) ? values : [values] }),
  pull: (value: unknown) => new FieldChange('$pull', value),
  remove: () => new FieldChange('$unset', ''),
};

/** `db.RegExp`. */
export const regularExpression = ({ regexp, options }: { regexp: string; options?: string }) => ({
  $regex: regexp,
  $options: options ?? '',
});

/** A bare value replaces; the SDK would merge a bare object, which the shop never asks for. */
const changeOf = (path: string, value: unknown): FieldChange => {
  if (value instanceof FieldChange) return value;
  if (isDocument(value as Value)) throw new Error(`not simulated: merging an object into ${path}`);
  return new FieldChange('$set', value);
};

/** What the SDK makes of the `data` of an update: operator → path → operand. */
export const updateOf = (data: Readonly<Record<string, unknown>>): Document => {
  const update: Record<string, Document> = {};
  for (const path in data) {
    if (data[path] === undefined) continue;
    if (path === '_id') throw writeFailed('不能更新_id的值');
    const { operator, operand } = changeOf(path, data[path]);
    (update[operator] ??= {})[path] = copied(operand);
  }
  return update;
};
