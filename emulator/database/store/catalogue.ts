import { decodeStored } from '../bson/decode';
import type { CollectionDefinition, IndexDefinition } from '../contract';
import { collectionExists, collectionNotExist, requestFailed } from '../errors';
import { Collection } from './collection';
import type { Connection } from './connection';
import { IdIndex, SecondaryIndex } from './storedIndex';

const TABLES = `
  CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    number INTEGER PRIMARY KEY, collection INTEGER NOT NULL, definition TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0);
`;

function sameDefinition(a: IndexDefinition, b: IndexDefinition): boolean {
  const essence = ({ name, keys, unique, sparse }: IndexDefinition) =>
    JSON.stringify([
      name,
      keys.map(({ field, direction }) => [field, direction]),
      unique === true,
      sparse === true,
    ]);
  return essence(a) === essence(b);
}

/** The collections of one file, by name, with their indexes. */
export class Catalogue {
  private readonly byName = new Map<string, Collection>();

  constructor(private readonly connection: Connection) {
    connection.define(TABLES);
    for (const [number, name] of connection.rows('SELECT number, name FROM collections')) {
      this.load(Number(number), String(name));
    }
  }

  private load(number: number, name: string): Collection {
    const stored = this.connection.rows(
      'SELECT number, definition, multikey FROM indexes WHERE collection = ? ORDER BY number',
      number,
    );
    const secondary = stored.map(([index, definition, multikey]) => {
      const place = { number: Number(index), collection: number };
      const parsed = JSON.parse(String(definition)) as IndexDefinition;
      return new SecondaryIndex(this.connection, { ...place, multikey: multikey === 1 }, parsed);
    });
    const indexes = [new IdIndex(this.connection, number), ...secondary];
    const collection = new Collection(this.connection, { number, name, indexes });
    this.byName.set(name, collection);
    return collection;
  }

  /** Finds a collection; one that was never created is an error. */
  get(name: string): Collection {
    const found = this.byName.get(name);
    if (!found) throw collectionNotExist(name);
    return found;
  }

  all(): Collection[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Creates a collection; one that exists is an error. */
  create(name: string): Collection {
    if (this.byName.has(name)) throw collectionExists();
    return this.connection.atomically(() => {
      const number = this.connection.run('INSERT INTO collections (name) VALUES (?)', name);
      const collection = this.load(number, name);
      collection.createTable();
      return collection;
    });
  }

  /** Makes a collection exist with exactly these indexes; new ones are filled from the documents there are. */
  declare(name: string, { indexes }: CollectionDefinition): void {
    this.connection.atomically(() => {
      const collection = this.byName.get(name) ?? this.create(name);
      for (const index of [...collection.indexes]) {
        const kept = indexes.some((wanted) => sameDefinition(wanted, index.definition));
        if (index instanceof SecondaryIndex && !kept) this.dropIndex(collection, index);
      }
      for (const wanted of indexes) {
        const there = collection.indexes.some((index) => sameDefinition(wanted, index.definition));
        if (!there) this.addIndex(collection, wanted);
      }
    });
  }

  private dropIndex(collection: Collection, index: SecondaryIndex): void {
    index.dropTable();
    this.connection.run('DELETE FROM indexes WHERE number = ?', index.place.number);
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
  }

  private addIndex(collection: Collection, definition: IndexDefinition): void {
    const number = this.connection.run(
      'INSERT INTO indexes (collection, definition) VALUES (?, ?)',
      collection.number,
      JSON.stringify(definition),
    );
    const place = { number, collection: collection.number };
    const index = new SecondaryIndex(this.connection, { ...place, multikey: false }, definition);
    index.createTable();
    for (const row of collection.scan()) {
      index.change(row.sequence, undefined, decodeStored(row.body));
    }
    if (definition.unique === true && index.hasRepeatedKey()) {
      throw requestFailed(
        `E11000 duplicate key error collection: ${collection.name} index: ${definition.name}`,
      );
    }
    collection.indexes.push(index);
  }
}
