/** A stored document as an SDK hands it out. */
export type Doc = Record<string, unknown>;

/** What an SDK answers; the two dialects differ, `answers.ts` reads both. */
export type Result = Record<string, unknown>;

/** A reference to one document. */
export interface CloudDocument {
  get(): Promise<Result>;
  set(options: object): Promise<Result>;
  update(options: object): Promise<Result>;
  remove(): Promise<Result>;
}

/** A query under construction. */
export interface CloudQuery {
  where(query: object): CloudQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): CloudQuery;
  limit(limit: number): CloudQuery;
  skip(offset: number): CloudQuery;
  field(projection: object): CloudQuery;
  get(): Promise<Result>;
  count(): Promise<Result>;
  update(options: object): Promise<Result>;
  remove(): Promise<Result>;
}

/** A pipeline under construction: every stage is a method of its own name. */
export type CloudAggregate = Record<StageName, (operand: unknown) => CloudAggregate> & {
  end(): Promise<Result>;
};

type StageName =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind';

/** A collection. */
export interface CloudCollection extends CloudQuery {
  doc(id: string | number): CloudDocument;
  add(options: object): Promise<Result>;
  aggregate(): CloudAggregate;
}

/** An open transaction. */
export interface CloudTransaction {
  collection(name: string): CloudCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** `db.command`: every operator is a method. */
export type Command = Record<OperatorName, (...operands: unknown[]) => Operand>;

type OperatorName = QueryOperator | UpdateOperator;
type QueryOperator =
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'gt'
  | 'gte'
  | 'in'
  | 'lt'
  | 'mod'
  | 'nin'
  | 'not'
  | 'or'
  | 'size';

/** The commands that change a field in place. */
export type UpdateOperator =
  | 'addToSet'
  | 'inc'
  | 'max'
  | 'min'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'unshift';

/** An operator with its operand; comparisons can be chained. */
export interface Operand {
  and(other: Operand): Operand;
  or(other: Operand): Operand;
}

/** What both server SDKs offer of a database. */
export interface CloudDatabase {
  command: Command;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  collection(name: string): CloudCollection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<CloudTransaction>;
  runTransaction(
    run: (transaction: CloudTransaction) => Promise<unknown>,
    times?: number,
  ): Promise<unknown>;
}

/** How a data argument is wrapped: wx-server-sdk wants `{data}`, node-sdk the data itself. */
export type Wrap = (data: object) => object;

/** An environment under test. */
export interface Environment {
  database: CloudDatabase;
  wrap: Wrap;
  /** 30 000 ms on the cloud; local tests shorten it. */
  transactionLifeMs: number;
  /** How long a plain write waits for a locked document; unknown on the cloud, so checked locally only. */
  lockWaitMs: number | undefined;
  close(): Promise<void>;
}
