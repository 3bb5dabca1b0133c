import { keyOf } from '../bson/key';
import { elementsOf, leavesAt } from '../bson/path';
import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { placeAt } from '../update/place';
import { evaluatorWith } from './expression';
import { boundQuery } from './lookupQuery';
import { matchQuery } from './match';
import { nestedPipeline, type Stage } from './stages';
import type { Window } from './source';
import type { StageRunner, StageSituation } from './stage';
import { windowOf } from './window';

interface Lookup {
  from: string;
  as: string;
  localField: string | undefined;
  foreignField: string | undefined;
  variables: Document;
  pipeline: Stage[];
}

/** Runs a pipeline; handed in because a pipeline may hold a `$lookup` again. */
export type PipelineRunner = (
  documents: Document[],
  stages: readonly Stage[],
  situation: StageSituation,
) => Document[];

function text(options: Document, name: string): string | undefined {
  const value = fieldOf(options, name);
  return typeof value === 'string' ? value : undefined;
}

function readLookup(operand: Value): Lookup {
  const options = isDocument(operand) ? operand : {};
  const [from, as] = [text(options, 'from'), text(options, 'as')];
  if (from === undefined || as === undefined) throw requestFailed('$lookup needs from and as');
  const variables = fieldOf(options, 'let') ?? {};
  if (!isDocument(variables)) throw requestFailed('$lookup argument let must be an object');
  return {
    from,
    as,
    variables,
    localField: text(options, 'localField'),
    foreignField: text(options, 'foreignField'),
    pipeline: nestedPipeline(fieldOf(options, 'pipeline')),
  };
}

/** The values of the local field; an array is looked up element by element, a missing field as null. */
function localValues(document: Document, path: string): Value[] {
  const values = elementsOf(leavesAt(document, path).found).map((value) => value ?? null);
  return values.length > 0 || leavesAt(document, path).throughArray ? values : [null];
}

function joinQuery(document: Document, { localField, foreignField }: Lookup): Document {
  if (localField === undefined || foreignField === undefined) return {};
  return { [foreignField]: { $in: localValues(document, localField) } };
}

function bindVariables(document: Document, { variables }: Lookup, outer: Document): Document {
  const evaluate = evaluatorWith(outer);
  const bound = Object.entries(variables).map(([name, operand]) => [
    name,
    evaluate(document, operand) ?? null,
  ]);
  return { ...outer, ...(Object.fromEntries(bound) as Document) };
}

/** A query for the foreign collection: the join, and what the pipeline asks first. */
function foreignQuery(document: Document, lookup: Lookup, variables: Document): Document {
  const [first] = lookup.pipeline;
  const join = joinQuery(document, lookup);
  if (first?.operator !== '$match') return join;
  return { $and: [join, boundQuery(matchQuery(first.operand), variables)] };
}

/** Of a `$match` with operators beside its fields the query may find too much, so a number would cut it short. */
function foreignWindow({ pipeline }: Lookup): Window | undefined {
  const [first, ...rest] = pipeline;
  if (first?.operator !== '$match') return windowOf(pipeline);
  const isWhole = Object.keys(matchQuery(first.operand)).every((key) => !key.startsWith('$'));
  return isWhole ? windowOf(rest) : undefined;
}

/** Foreign documents by query, so that many documents asking the same are answered once. */
class ForeignDocuments {
  private readonly known = new Map<string, Document[]>();

  constructor(
    private readonly situation: StageSituation,
    private readonly window: Window | undefined,
  ) {}

  find(collection: string, query: Document): Document[] {
    const key = keyOf(query).toString('latin1');
    const found = this.known.get(key) ?? this.situation.source.find(collection, query, this.window);
    this.known.set(key, found);
    return found;
  }
}

/** Builds `$lookup`: each document's own query on the foreign collection, by index where there is one. */
export function lookupStage(run: PipelineRunner): StageRunner {
  return (documents, operand, situation) => {
    const lookup = readLookup(operand);
    const foreign = new ForeignDocuments(situation, foreignWindow(lookup));
    return documents.map((document) => {
      const variables = bindVariables(document, lookup, situation.variables);
      const found = foreign.find(lookup.from, foreignQuery(document, lookup, variables));
      const joined = run(found, lookup.pipeline, { ...situation, variables });
      const result = { ...document };
      placeAt(result, lookup.as).set(joined);
      return result;
    });
  };
}
