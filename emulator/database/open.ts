import { CloudError } from '../cloudError';
import { actions } from './actions';
import type { Answer } from './actions/action';
import { insertAll } from './actions/insertDocument';
import { Parameters } from './actions/parameters';
import { decodeStored } from './bson/decode';
import { fromPlain, toPlain } from './bson/plain';
import type { DatabaseOptions, DocumentDatabase } from './contract';
import { invalidParameter, requestFailed } from './errors';
import { Catalogue } from './store/catalogue';
import { Connection } from './store/connection';
import { History } from './transaction/history';
import { Locks } from './transaction/locks';
import { PlainSession, type Shared } from './transaction/plain';
import { Transactions } from './transaction/transactions';

const TRANSACTION_LIFE_MS = 30_000;
const LOCK_WAIT_MS = 10_000;
const MAX_RESULT_BYTES = 1024 * 1024;

class SqliteDatabase implements DocumentDatabase {
  private readonly connection: Connection;
  private readonly catalogue: Catalogue;
  private readonly plain: PlainSession;
  private readonly transactions: Transactions;
  private readonly lastExamined = { count: 0 };

  constructor(private readonly options: DatabaseOptions) {
    this.connection = new Connection(options.file);
    this.catalogue = new Catalogue(this.connection);
    for (const [name, definition] of Object.entries(options.collections)) {
      this.catalogue.declare(name, definition);
    }
    const shared: Shared = {
      connection: this.connection,
      history: new History(),
      locks: new Locks(),
      duplicateKeyVariant: options.duplicateKeyVariant ?? 'observed',
      lockWaitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    };
    this.plain = new PlainSession(shared);
    this.transactions = new Transactions(shared, options.transactionLifeMs ?? TRANSACTION_LIFE_MS);
  }

  async handle(action: string, params: Record<string, unknown>): Promise<Answer> {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) throw invalidParameter(`emulator: unknown action ${action}`);
    const parameters = new Parameters(params, this.options.clock);
    const transactionId = parameters.optionalText('transactionId');
    this.lastExamined.count = 0;
    try {
      return await run({
        parameters,
        session: transactionId === undefined ? this.plain : this.transactions.get(transactionId),
        catalogue: this.catalogue,
        transactions: this.transactions,
        clock: this.options.clock,
        examined: this.lastExamined,
        maxResultBytes: this.options.maxResultBytes ?? MAX_RESULT_BYTES,
      });
    } catch (error) {
      // As in MongoDB, any failed operation ends its transaction.
      if (transactionId !== undefined) this.transactions.drop(transactionId);
      throw error instanceof CloudError ? error : requestFailed(String(error));
    }
  }

  collections(): { name: string; count: number }[] {
    return this.catalogue.all().map((collection) => ({
      name: collection.name,
      count: collection.count(),
    }));
  }

  documents(name: string, limit: number): object[] {
    return this.catalogue
      .get(name)
      .newest(limit)
      .map(({ body }) => toPlain(decodeStored(body)) as object);
  }

  async insert(name: string, documents: readonly object[]): Promise<string[]> {
    const collection = this.catalogue.get(name);
    const stored = documents.map((document) => fromPlain(document));
    const ids = await insertAll(this.plain, collection, stored);
    return ids.map(String);
  }

  examined(): number {
    return this.lastExamined.count;
  }

  close(): void {
    this.transactions.dropAll();
    this.connection.close();
  }
}

/** Opens (or creates) a document database; declared collections and indexes exist when it returns. */
export function openDatabase(options: DatabaseOptions): DocumentDatabase {
  return new SqliteDatabase(options);
}
