import type { Document, Value } from '../bson/value';
import type { Source } from './source';

/** What a stage may use besides its input. */
export interface StageSituation {
  source: Source;
  /** The variables of an enclosing `$lookup`'s `let`, by name. */
  variables: Document;
}

/** Runs one stage over all documents that reach it. */
export type StageRunner = (
  documents: Document[],
  operand: Value,
  situation: StageSituation,
) => Document[];
