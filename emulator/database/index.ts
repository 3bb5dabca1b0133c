export type {
  CollectionDefinition,
  DatabaseOptions,
  DocumentDatabase,
  DuplicateKeyVariant,
  IndexDefinition,
  IndexField,
} from './contract';
export { openDatabase } from './open';
