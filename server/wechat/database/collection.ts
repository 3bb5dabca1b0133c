import type { Collection, Document, FindOptions, Where } from '../../database';
import type { SdkDatabase } from '../sdk';
import { isDuplicateKey } from './errors';
import { toQuery, toUpdate } from './queries';
import type { Again } from './retry';

/** A collection through wx-server-sdk. Every write here may be sent twice by the SDK itself and comes out the same. */
export const openCollection = <Doc extends Document>(
  { db, again }: { readonly db: SdkDatabase; readonly again: Again },
  name: string,
): Collection<Doc> => {
  const collection = () => db.collection(name);
  const select = (where: Where, options: FindOptions = {}) => {
    let query = collection()
      .where(toQuery(db, where))
      .limit(options.limit ?? 100);
    for (const [path, direction] of options.orderBy ?? []) query = query.orderBy(path, direction);
    return options.fields
      ? query.field(Object.fromEntries(options.fields.map((path) => [path, true])))
      : query;
  };

  return {
    async get(id) {
      const { data } = await again(() => collection().doc(id).get());
      return (data ?? undefined) as Doc | undefined;
    },

    async find(where, options) {
      const { data } = await again(() => select(where, options).get());
      return data as unknown as Doc[];
    },

    async count(where) {
      const { total } = await again(() => collection().where(toQuery(db, where)).count());
      return total;
    },

    async insertOnce(doc) {
      try {
        await again(() => collection().add({ data: doc }));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async updateIf(where, changes) {
      const result = await again(() =>
        collection()
          .where(toQuery(db, where))
          .update({ data: toUpdate(db, changes) }),
      );
      return updatedBy(result) > 0;
    },

    async updateAll(where, changes) {
      const result = await again(() =>
        collection()
          .where(toQuery(db, where))
          .update({ data: toUpdate(db, changes) }),
      );
      return updatedBy(result);
    },

    async put({ _id, ...fields }) {
      await again(() => collection().doc(_id).set({ data: fields }));
    },

    async remove(id) {
      await again(() => collection().doc(id).remove());
    },
  };
};

const updatedBy = (result: unknown): number =>
  (result as { stats?: { updated?: number } } | undefined)?.stats?.updated ?? 0;
