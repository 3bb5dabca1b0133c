import { aggregate } from '../aggregate/aggregate';
import type { Source } from '../aggregate/source';
import type { Stage } from '../aggregate/stages';
import { decode } from '../bson/decode';
import { encode } from '../bson/encode';
import { invalidParameter } from '../errors';
import { find } from '../find/find';
import type { Action, Situation } from './action';
import { limitedResult } from './result';

const EVERYTHING = { order: {}, offset: 0, limit: Infinity };

function stagesIn({ parameters, clock }: Situation): Stage[] {
  return parameters.list('stages').map((stage) => {
    const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>;
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') {
      throw invalidParameter('stages must hold {stageKey, stageValue}');
    }
    return { operator: stageKey, operand: decode(stageValue, clock) };
  });
}

function sourceOf({ session, catalogue, examined }: Situation): Source {
  return {
    find: (name, query, window) => {
      const search = { session, collection: catalogue.get(name), query, examined };
      return find(search, { ...EVERYTHING, ...window }).map(({ document }) => document);
    },
  };
}

/** `database.aggregateDocuments`. */
export const aggregateDocuments: Action = (situation) => {
  const name = situation.parameters.text('collectionName');
  const documents = aggregate(name, stagesIn(situation), sourceOf(situation));
  const list = documents.map((document) => encode(document));
  return { data: { list: limitedResult(list, situation.maxResultBytes) } };
};
