import { EJSON } from 'bson';
import { MovableClock } from '../../../emulator/clock';
import {
  type DatabaseOptions,
  type DocumentDatabase,
  openDatabase,
} from '../../../emulator/database';

/** The collections the durability test writes and checks. */
export const COLLECTIONS: DatabaseOptions['collections'] = {
  facts: { indexes: [{ name: 'key', keys: [{ field: 'key', direction: 1 }], unique: true }] },
  pairs: { indexes: [] },
};

/** A fact the writing process has had acknowledged. */
export interface Acknowledged {
  id: string;
  total: number;
}

const wire = (value: object) => EJSON.stringify(value, { relaxed: false });

/** Writes a fact and its pair in one transaction, then changes the fact plainly within both. */
async function writeFact(database: DocumentDatabase, { id, total }: Acknowledged): Promise<void> {
  const { transactionId } = await database.handle('database.startTransaction', {});
  const add = (collectionName: string, document: object) =>
    database.handle('database.insertDocument', {
      collectionName,
      transactionId,
      data: [wire(document)],
    });
  await add('facts', { _id: id, key: `key-${id}`, total: total - 1 });
  await add('pairs', { _id: id, total });
  await database.handle('database.commitTransaction', { transactionId });
  await database.handle('database.modifyDocument', {
    collectionName: 'facts',
    query: wire({ _id: id, total: total - 1 }),
    data: wire({ $inc: { total: 1 } }),
    merge: true,
    multi: false,
  });
}

async function writeForever(file: string, round: string): Promise<void> {
  const database = openDatabase({ file, clock: new MovableClock(), collections: COLLECTIONS });
  for (let i = 0; ; i += 1) {
    const fact = { id: `${round}-${i}`, total: i };
    await writeFact(database, fact);
    await new Promise((sent) => process.send?.(fact, sent));
  }
}

const [file, round] = process.argv.slice(2);
if (process.send && file !== undefined && round !== undefined && require.main === module) {
  void writeForever(file, round);
}
