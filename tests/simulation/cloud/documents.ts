import { updateOf } from './command';
import { copiedDocument } from './copied';
import type { Connection } from './database';
import { operation, request } from './link';
import { momentOf } from './moments';
import { adding, onArrival, removing, setting, updating, type Target } from './plainWrites';
import { operationError as form, refuseEmpty } from './sdkErrors';

const ADD = operation('add', 'write', { api: 'collection.add', form });
const GET = operation('get', 'read', { api: 'document.get', form });
const UPDATE = operation('update', 'write', { api: 'document.update', form });
const SET = operation('set', 'write', { api: 'document.set', form });
const REMOVE = operation('remove', 'write', { api: 'document.remove', form });

const targetIn = ({ store }: Connection, name: string): Target => ({
  store,
  collection: store.collection(name),
});

/** `collection.add`; every document of the shop brings its own id. */
export const addTo = async (connection: Connection, name: string, data: object) => {
  const document = copiedDocument(data) as { _id: string };
  const effect = onArrival(() => adding(targetIn(connection, name), document));
  await request(connection.process, ADD, { collection: name, effect });
  return { _id: document._id, errMsg: 'collection.add:ok' };
};

/** `collection.doc`. */
export const openDocument = (connection: Connection, name: string, id: string) => {
  const { store, process } = connection;
  const target = () => targetIn(connection, name);
  return {
    async get() {
      const data = await request(process, GET, {
        collection: name,
        effect: (how) => {
          const moment = momentOf(store, how);
          const { collection } = target();
          const found = moment ? collection.at(id, moment) : collection.get(id);
          return found ?? null;
        },
      });
      return { data, errMsg: 'document.get:ok' };
    },
    async update({ data }: { data: Readonly<Record<string, unknown>> }) {
      refuseEmpty(data);
      const change = { query: { _id: id }, update: updateOf(data) };
      const effect = onArrival(() => updating(target(), change));
      const updated = await request(process, UPDATE, { collection: name, effect });
      return { stats: { updated }, errMsg: 'document.update:ok' };
    },
    async set({ data }: { data: object }) {
      refuseEmpty(data);
      const fields = copiedDocument(data);
      const effect = onArrival(() => setting(target(), id, fields));
      await request(process, SET, { collection: name, effect });
      return { _id: id, errMsg: 'document.set:ok' };
    },
    async remove() {
      const effect = onArrival(() => removing(target(), id));
      const removed = await request(process, REMOVE, { collection: name, effect });
      return { stats: { removed }, errMsg: 'document.remove:ok' };
    },
  };
};
