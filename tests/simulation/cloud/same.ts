import type { Found, Value } from '../../../emulator/database/bson/value';

const sameLists = (one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length && one.every((item, at) => same(item, other[at]));

/** The order of fields counts, as it does for MongoDB. */
const sameDocuments = (one: object, other: object): boolean => {
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (names.length !== others.length) return false;
  return names.every(
    (name, at) => name === others[at] && same(one[name as never], other[name as never]),
  );
};

/** Whether MongoDB takes two plain values for the same; quick where they share what did not change. */
export const same = (one: Found, other: Found): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') {
    return Number.isNaN(one) && Number.isNaN(other);
  }
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  return Array.isArray(one) ? sameLists(one, other as Value[]) : sameDocuments(one, other);
};
