import { EJSON } from 'bson';
import type { DocumentDatabase } from '../../emulator/database';
import type { Database, Document, Found, Read } from '../../server/database';
import { pipelineOf } from '../../server/wechat/database/together';

const stagesOf = (read: Read) =>
  pipelineOf(read).map((stage) => {
    const [[stageKey, value] = ['', {}]] = Object.entries(stage);
    return { stageKey, stageValue: JSON.stringify(value) };
  });

/** Whether the file is older than a collection, which then holds nothing. */
const isMissing = (database: DocumentDatabase, name: string): boolean =>
  database.collections().every((collection) => collection.name !== name);

const answer = async (database: DocumentDatabase, read: Read): Promise<Document[]> => {
  if (isMissing(database, read.collection)) return [];
  const answered = await database.handle('database.aggregateDocuments', {
    collectionName: read.collection,
    stages: stagesOf(read),
  });
  const { list } = answered['data'] as { list: string[] };
  return list.map((text) => EJSON.parse(text) as Document);
};

/** Reads a local cloud's database file as functions read the cloud's, without a running cloud; writes nothing. */
export const localReads = (database: DocumentDatabase): Pick<Database, 'together'> => ({
  together: async <R extends Record<string, Read>>(reads: R): Promise<Found<R>> => {
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(reads)) {
      const docs = await answer(database, read);
      found[name] = read.many ? docs : docs[0];
    }
    return found as Found<R>;
  },
});
