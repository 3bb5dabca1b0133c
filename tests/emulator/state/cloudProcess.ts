import { join } from 'node:path';
import { startCloud } from '../../../emulator';

/** Runs a cloud over the folder named on the command line and prints its address. */
const collections = ['notes', 'callbacks', 'refusals'];

void startCloud({
  port: 0,
  dataDir: process.argv[2] ?? '',
  functionsDir: join(__dirname, '..', 'fixtures', 'functions'),
  collections: Object.fromEntries(collections.map((name) => [name, { indexes: [] }])),
  rules: { storage: { prefixes: {} }, functions: { '*': { invoke: true } } },
}).then(({ url }) => process.stdout.write(`${url}\n`));
