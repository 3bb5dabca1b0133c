import type { CloudCollection, CloudDatabase, Command, Doc, Environment } from './cloudDatabase';
import { documentIn } from './answers';

const COLLECTION = 'conformance';
const OTHER = 'conformance_other';

/** What every check works with: two collections, emptied before each. */
export interface Fixture {
  readonly environment: Environment;
  readonly database: CloudDatabase;
  readonly command: Command;
  readonly things: CloudCollection;
  readonly name: string;
  readonly other: string;
  add(document: object): Promise<Record<string, unknown>>;
  read(id: string): Promise<Doc | undefined>;
  update(id: string, data: object): Promise<Record<string, unknown>>;
}

async function ensureEmpty(database: CloudDatabase, name: string): Promise<void> {
  await database.createCollection(name).catch(() => undefined);
  await database
    .collection(name)
    .where({ _id: database.command.exists(true) })
    .remove();
}

class OpenFixture implements Fixture {
  readonly name = COLLECTION;
  readonly other = OTHER;

  constructor(readonly environment: Environment) {}

  get database(): CloudDatabase {
    return this.environment.database;
  }

  get command(): Command {
    return this.database.command;
  }

  get things(): CloudCollection {
    return this.database.collection(this.name);
  }

  add(document: object): Promise<Record<string, unknown>> {
    return this.things.add(this.environment.wrap(document));
  }

  async read(id: string): Promise<Doc | undefined> {
    return documentIn(
      await this.things
        .doc(id)
        .get()
        .catch(() => ({ data: null })),
    );
  }

  update(id: string, data: object): Promise<Record<string, unknown>> {
    return this.things.doc(id).update(this.environment.wrap(data));
  }

  async empty(): Promise<void> {
    await ensureEmpty(this.database, this.name);
    await ensureEmpty(this.database, this.other);
  }
}

/** Opens the environment before the first check of a suite and empties its collections before each. */
export function useFixture(open: () => Promise<Environment>): () => Fixture {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = new OpenFixture(await open());
  });
  beforeEach(() => fixture.empty());
  afterAll(() => fixture.environment.close());
  return () => fixture;
}

/** Waits in real time. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
