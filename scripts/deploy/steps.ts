import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type CloudBase from '@cloudbase/manager-node';
import { functionConfig } from '../build/functionConfig';
import { functionNames } from '../build/functions';
import { storageRule, type StorageRules } from './storageRule';

/** One thing that deploying does: what it says it will do, and the doing. Doing it twice ends the same. */
export type Step = { readonly says: string; run(app: CloudBase): Promise<unknown> };

type Index = { name: string; keys: { field: string; direction: 1 | -1 }[]; unique?: boolean };
type Collections = Record<string, { indexes: Index[] }>;

/** Every step of a deployment, in order: the database first, then rules, then code, so that nothing is ever open by accident. */
export const stepsOf = (root: string, environmentVariables: Record<string, string>): Step[] => {
  const json = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
  const collections = Object.entries(json<Collections>('cloud/collections.json'));
  return [
    ...collections.flatMap(([name, { indexes }]) => collectionSteps(name, indexes)),
    {
      says: 'storage: closed to clients but for the prefixes of cloud/rules/storage.json',
      run: (app) =>
        app.permission.modifyResourcePermission({
          resourceType: 'storage',
          permission: 'CUSTOM',
          securityRule: JSON.stringify(storageRule(json<StorageRules>('cloud/rules/storage.json'))),
        }),
    },
    {
      says: 'functions: open to clients only as cloud/rules/functions.json says',
      run: (app) =>
        app.permission.modifyResourcePermission({
          resourceType: 'function',
          permission: 'CUSTOM',
          securityRule: readFileSync(join(root, 'cloud/rules/functions.json'), 'utf8'),
        }),
    },
    ...functionNames(root).flatMap((name) => functionSteps({ root, name, environmentVariables })),
  ];
};

const collectionSteps = (name: string, indexes: readonly Index[]): Step[] => [
  {
    says: `collection ${name}: create if missing`,
    run: (app) => app.database.createCollectionIfNotExists(name),
  },
  {
    says: `collection ${name}: no client may read or write`,
    run: (app) =>
      app.permission.modifyResourcePermission({
        resourceType: 'collection',
        resource: name,
        permission: 'ADMINONLY',
      }),
  },
  ...indexes.map((index) => ({
    says: `collection ${name}: index ${index.name}${index.unique ? ' (unique)' : ''} if missing`,
    run: (app: CloudBase) => createIndex(app, name, index),
  })),
];

const createIndex = async (
  app: CloudBase,
  collection: string,
  { name, keys, unique = false }: Index,
) => {
  const { Exists: exists } = await app.database.checkIndexExists(collection, name);
  if (exists) return;
  await app.database.updateCollection(collection, {
    CreateIndexes: [
      {
        IndexName: name,
        MgoKeySchema: {
          MgoIsUnique: unique,
          MgoIndexKeys: keys.map(({ field, direction }) => ({
            Name: field,
            Direction: String(direction),
          })),
        },
      },
    ],
  });
};

type FunctionToDeploy = {
  root: string;
  name: string;
  environmentVariables: Record<string, string>;
};

const functionSteps = ({ root, name, environmentVariables }: FunctionToDeploy): Step[] => {
  const folder = join(root, 'dist/cloudfunctions');
  const { timeout, triggers = [] } = functionConfig(root, name);
  const func = {
    name,
    runtime: 'Nodejs18.15',
    handler: 'index.main',
    installDependency: false,
    timeout,
    envVariables: environmentVariables,
  };
  return [
    {
      says: `function ${name}: upload (timeout ${timeout} s${triggers[0] ? `, timer ${triggers[0].config}` : ''})`,
      run: (app) =>
        app.functions.createFunction({
          func: { ...func, triggers },
          functionRootPath: folder,
          force: true,
        }),
    },
  ];
};
