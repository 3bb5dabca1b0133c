/**
 * The document database as the shop may use it: only what is safe on WeChat cloud.
 * Conditions and changes are built from the words below, so nothing a phone sends can become an operator.
 */
export interface Database {
  collection<Doc extends Document>(name: string): Collection<Doc>;

  /**
   * Runs `work` in one snapshot-isolated transaction and commits; on a conflict or an unknown outcome
   * it starts again with fresh reads, so `work` must do nothing but read and write through `tx`.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  /** Answers several reads of several collections in one round trip. */
  together<R extends Record<string, Read>>(reads: R): Promise<Found<R>>;
}

/** Anything that can be kept: every document has an id of ours. */
export interface Document {
  readonly _id: string;
}

/** One collection; its methods say what is safe to repeat. */
export interface Collection<Doc extends Document> {
  get(id: string): Promise<Doc | undefined>;
  find(where: Where, options?: FindOptions): Promise<Doc[]>;
  count(where: Where): Promise<number>;
  /** Adds a document unless its `_id` or another unique key is taken; false when it is. Safe to repeat. */
  insertOnce(doc: Doc): Promise<boolean>;
  /** Changes one document if it is as `where` says; true when it did change. The compare-and-set of the shop. */
  updateIf(where: Where & { _id: string }, changes: Changes): Promise<boolean>;
  /** Changes every document that is as `where` says; gives how many did change. */
  updateAll(where: Where, changes: Changes): Promise<number>;
  /** Writes a whole document, whatever was there. */
  put(doc: Doc): Promise<void>;
  /** Removes a document; only for what holds no fact about money, people or content. */
  remove(id: string): Promise<void>;
}

/** Inside a transaction the SDK keeps only single-document work by id in it, so there is nothing else here. */
export interface Transaction {
  get<Doc extends Document>(collection: string, id: string): Promise<Doc | undefined>;
  /** Adds a document; throws `DuplicateKey` when its `_id` is taken. */
  insert<Doc extends Document>(collection: string, doc: Doc): Promise<void>;
  update(collection: string, id: string, changes: Changes): Promise<boolean>;
  put<Doc extends Document>(collection: string, doc: Doc): Promise<void>;
}

/** A unique key was taken already. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
}

type Plain = string | number | boolean | null;

/** Field path → a plain value it must equal, or a condition. An array field equals a value when it contains it. */
export type Where = { readonly [path: string]: Plain | Condition };

/** A condition on one field, made only by the words below. */
export class Condition {
  constructor(
    readonly kind: 'oneOf' | 'below' | 'atMost' | 'above' | 'notContaining' | 'matching',
    readonly value: unknown,
  ) {}
}

/** Equals one of these values. */
export const oneOf = (values: readonly Plain[]) => new Condition('oneOf', [...values]);
/** Is less than this; never true where the field is missing. */
export const below = (value: number | string) => new Condition('below', value);
/** Is this or less; never true where the field is missing. */
export const atMost = (value: number | string) => new Condition('atMost', value);
/** Is more than this; never true where the field is missing. */
export const above = (value: number | string) => new Condition('above', value);
/** The array does not contain any of these values. */
export const notContaining = (values: readonly Plain[]) =>
  new Condition('notContaining', [...values]);
/** Contains every one of these words somewhere, in any order, letter case ignored. */
export const containingAll = (words: readonly string[]) =>
  new Condition('matching', {
    pattern: `^${words.map((word) => `(?=[\\s\\S]*${escape(word)})`).join('')}`,
    flags: 'i',
  });
/** Begins with this text; every character stands for itself. */
export const startingWith = (text: string) =>
  new Condition('matching', { pattern: `^${escape(text)}`, flags: '' });

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What to change, by field path. Each value replaces what was there whole. */
export type Changes = {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly increase?: Readonly<Record<string, number>>;
  /** Appends values to arrays. */
  readonly append?: Readonly<Record<string, readonly unknown[]>>;
  /** Takes every equal value out of arrays. */
  readonly takeOut?: Readonly<Record<string, Plain>>;
  readonly unset?: readonly string[];
};

/** How a list is cut and ordered. */
export type FindOptions = {
  readonly orderBy?: readonly (readonly [path: string, direction: 'asc' | 'desc'])[];
  /** At most 1000; 100 when not said. */
  readonly limit?: number;
  /** Only these fields, and `_id`. */
  readonly fields?: readonly string[];
};

/** One read among several; `many` decides whether it answers with a list or with the first or nothing. */
export type Read<Doc extends Document = Document, Many extends boolean = boolean> = {
  readonly collection: string;
  readonly where: Where;
  readonly many: Many;
  readonly options?: FindOptions;
  /** Only for the types. */
  readonly doc?: Doc;
};

/** What `together` answers, by the names of its reads. */
export type Found<R extends Record<string, Read>> = {
  [K in keyof R]: R[K] extends Read<infer Doc, infer Many>
    ? Many extends true
      ? Doc[]
      : Doc | undefined
    : never;
};

/** The read of the first document that is as `where` says. */
export const one = <Doc extends Document>(collection: string, where: Where): Read<Doc, false> => ({
  collection,
  where,
  many: false,
});

/** The read of a list of documents. */
export const many = <Doc extends Document>(
  collection: string,
  where: Where,
  options: FindOptions,
): Read<Doc, true> => ({ collection, where, many: true, options });
