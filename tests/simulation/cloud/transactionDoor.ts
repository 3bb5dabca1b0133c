import type { Document } from '../../../emulator/database/bson/value';
import { updateOf } from './command';
import { copiedDocument } from './copied';
import type { Connection } from './database';
import { addInside, inside, setInside, updateInside } from './insideWrites';
import { operation, request } from './link';
import { operationError as form, refuseEmpty, transactionError } from './sdkErrors';
import { OpenTransaction } from './transaction';

const GET = operation('get', 'readInside', { api: 'document.get', form });
const ADD = operation('add', 'writeInside', { api: 'collection.add', form });
const UPDATE = operation('update', 'writeInside', { api: 'document.update', form });
const SET = operation('set', 'writeInside', { api: 'document.set', form });

const end = { api: 'transaction', form: transactionError };
const BEGIN = operation('begin', 'begin', end);
const COMMIT = operation('commit', 'commit', end);
const ROLLBACK = operation('rollback', 'rollback', end);

/** `startTransaction`: what it gives offers single-document work by id, and nothing else. */
export const startTransaction = async (connection: Connection) => {
  const { store, process } = connection;
  const transaction = await request(process, BEGIN, {
    effect: () => new OpenTransaction(store),
  });
  const close = async (of: typeof COMMIT, work: () => void) => {
    await request(process, of, { effect: inside(transaction, work) });
    return { requestId: 'simulated' };
  };
  return {
    collection: (name: string) => insideCollection(connection, transaction, name),
    commit: () => close(COMMIT, () => transaction.commit()),
    rollback: () => close(ROLLBACK, () => transaction.end()),
  };
};

const insideCollection = (
  { store, process }: Connection,
  transaction: OpenTransaction,
  name: string,
) => {
  const target = () => ({ transaction, collection: store.collection(name) });
  const send = <T>(of: typeof GET, work: () => T) =>
    request(process, of, { collection: name, effect: inside(transaction, work) });
  return {
    async add({ data }: { data: object }) {
      const document = copiedDocument(data) as Document & { _id: string };
      await send(ADD, () => addInside(target(), document));
      return { _id: document._id, errMsg: 'collection.add:ok' };
    },
    doc: (id: string) => ({
      async get() {
        const data = await send(GET, () => transaction.read(target().collection, id) ?? null);
        return { data, errMsg: 'document.get:ok' };
      },
      async update({ data }: { data: Readonly<Record<string, unknown>> }) {
        refuseEmpty(data);
        const change = updateOf(data);
        const isChanged = await send(UPDATE, () => updateInside(target(), id, change));
        return { stats: { updated: Number(isChanged) }, errMsg: 'document.update:ok' };
      },
      async set({ data }: { data: object }) {
        refuseEmpty(data);
        const fields = copiedDocument(data);
        await send(SET, () => setInside(target(), id, fields));
        return { _id: id, errMsg: 'document.set:ok' };
      },
    }),
  };
};
