import type { Document } from '../../../emulator/database/bson/value';
import type { Effect } from '../schedule';
import { updateOf } from './command';
import { copiedDocument } from './copied';
import type { Connection } from './database';
import { operation, request, type Operation } from './link';
import { momentOf } from './moments';
import { onArrival, updating } from './plainWrites';
import { matching, select, type Selection } from './reading';
import { operationError as form, refuseEmpty } from './sdkErrors';

const FIND = operation('find', 'read', { api: 'collection.get', form });
const COUNT = operation('count', 'read', { api: 'collection.count', form });
const UPDATE = operation('update', 'write', { api: 'collection.update', form });

/** A query under construction; every word gives a new one. */
export class Query {
  constructor(
    private readonly connection: Connection,
    private readonly wanted: Selection & { readonly collection: string },
  ) {}

  where(conditions: object): Query {
    return this.with({ query: copiedDocument(conditions) });
  }

  orderBy(path: string, direction: 'asc' | 'desc'): Query {
    const way = direction === 'asc' ? 1 : -1;
    return this.with({ order: [...(this.wanted.order ?? []), [path, way]] });
  }

  limit(limit: number): Query {
    return this.with({ limit });
  }

  field(fields: Document): Query {
    return this.with({ fields });
  }

  async get() {
    const { store } = this.connection;
    const data = await this.request(FIND, (how) =>
      select(this.collection(), this.wanted, momentOf(store, how)),
    );
    return { data, errMsg: 'collection.get:ok' };
  }

  async count() {
    const { store } = this.connection;
    const total = await this.request(
      COUNT,
      (how) =>
        matching(this.collection(), this.wanted.query, { moment: momentOf(store, how) }).length,
    );
    return { total, errMsg: 'collection.count:ok' };
  }

  async update({ data }: { data: Readonly<Record<string, unknown>> }) {
    refuseEmpty(data);
    const { store } = this.connection;
    const change = { query: this.wanted.query, update: updateOf(data) };
    const effect = onArrival(() => updating({ store, collection: this.collection() }, change));
    const updated = await this.request(UPDATE, effect);
    return { stats: { updated }, errMsg: 'collection.update:ok' };
  }

  private with(change: Partial<Selection>): Query {
    return new Query(this.connection, { ...this.wanted, ...change });
  }

  private collection() {
    return this.connection.store.collection(this.wanted.collection);
  }

  private request<T>(of: Operation, effect: Effect<T>): Promise<T> {
    return request(this.connection.process, of, { collection: this.wanted.collection, effect });
  }
}
