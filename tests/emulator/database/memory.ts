import { EJSON } from 'bson';
import { MovableClock } from '../../../emulator/clock';
import {
  type DatabaseOptions,
  type DocumentDatabase,
  openDatabase,
} from '../../../emulator/database';

/** A value in the form the SDKs send it. */
export function wire(value: object): string {
  return EJSON.stringify(value, { relaxed: false });
}

/** Opens a database that lives in memory, with the collections a test names. */
export function openInMemory(options: Partial<DatabaseOptions> = {}): DocumentDatabase {
  return openDatabase({ file: ':memory:', clock: new MovableClock(), collections: {}, ...options });
}

/** The decoded rows of a get by query, as the SDKs would decode them. */
export async function rowsOf(
  database: DocumentDatabase,
  collectionName: string,
  parameters: {
    query?: object;
    order?: object;
    limit?: number;
    offset?: number;
    transactionId?: string;
  },
): Promise<Record<string, unknown>[]> {
  const { query = {}, order = {}, ...rest } = parameters;
  const answer = await database.handle('database.getDocument', {
    collectionName,
    queryType: 'WHERE',
    query: wire(query),
    order: wire(order),
    ...rest,
  });
  const { list } = answer['data'] as { list: string[] };
  return list.map((text) => EJSON.parse(text) as Record<string, unknown>);
}
