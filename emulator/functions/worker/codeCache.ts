import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { constants, Script } from 'node:vm';

/** The two private parts of Node's module loader that compiling takes. */
const loader = Module as unknown as {
  wrapper: readonly [string, string];
  prototype: { _compile(this: LoadedModule, text: string, filename: string): unknown };
};

interface LoadedModule {
  exports: unknown;
}

type Wrapped = (this: unknown, ...given: unknown[]) => unknown;

/**
 * Code as V8 compiled it, kept in a folder by what it was compiled from: another instance of the same code starts
 * in half the time. Nothing else of an instance is kept.
 */
export class CodeCache {
  private readonly fresh = new Map<string, Script>();

  constructor(private readonly folder: string) {}

  /** From now on, modules of this thread are compiled through this cache. */
  install(): void {
    const compile = this.compiled.bind(this);
    loader.prototype._compile = function run(text, filename) {
      const main = compile(text, filename).runInThisContext() as Wrapped;
      const given = [this.exports, createRequire(filename), this, filename, dirname(filename)];
      return main.apply(this.exports, given);
    };
  }

  /** Keeps what was compiled here for the first time; worth it once the code has run and is compiled to its depth. */
  keep(): void {
    const found = [...this.fresh];
    this.fresh.clear();
    try {
      for (const [file, script] of found) this.write(file, script.createCachedData());
    } catch {
      // A cache that cannot be written costs time and nothing else.
    }
  }

  /** Whole or not at all: another instance may read it at this moment. */
  private write(file: string, data: Buffer): void {
    const draft = `${file}.${String(process.pid)}.${String(threadId)}`;
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(draft, data);
    renameSync(draft, file);
  }

  private compiled(text: string, filename: string): Script {
    const file = join(this.folder, createHash('sha256').update(text).digest('hex'));
    const cachedData = contents(file);
    const [head, tail] = loader.wrapper;
    const script = new Script(`${head}${text}${tail}`, {
      filename,
      columnOffset: -head.length,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    });
    if (!cachedData || script.cachedDataRejected) this.fresh.set(file, script);
    return script;
  }
}

function contents(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
