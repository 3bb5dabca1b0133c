import type { DocumentDatabase } from '../database/contract';
import type { FaultKnobs } from '../faults/faults';
import type { InvocationHistory } from '../functions/history';
import type { Invocation } from '../functions/invocation';
import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { CloudRules } from '../options';
import type { Outbox } from '../outbox/outbox';
import { limitOf } from './limit';

export interface InspectParts {
  database: DocumentDatabase;
  databaseRules: CloudRules['database'];
  history: InvocationHistory;
  outbox: Outbox;
  faults: FaultKnobs;
  isReady: () => boolean;
}

const DEFAULT_DOCUMENTS = 50;
const DEFAULT_RUNS = 100;

/** Looking into the cloud, and turning its fault knobs. */
export function inspectRoutes(parts: InspectParts): Route[] {
  const { history, outbox, faults, isReady } = parts;
  return [
    { method: 'GET', path: '/healthz', handle: () => health(isReady()) },
    { method: 'GET', path: '/_local/db', handle: () => json({ collections: collections(parts) }) },
    {
      method: 'GET',
      path: '/_local/db/:collection',
      handle: (exchange) => documents(exchange, parts),
    },
    { method: 'GET', path: '/_local/outbox', handle: () => json(outbox.contents()) },
    { method: 'GET', path: '/_local/logs', handle: (exchange) => logs(exchange, history) },
    {
      method: 'GET',
      path: '/_local/stats',
      handle: () => json({ roundTrips: history.statistics() }),
    },
    {
      method: 'POST',
      path: '/_local/stats/reset',
      handle: () => {
        history.resetStatistics();
        return json({ roundTrips: history.statistics() });
      },
    },
    { method: 'GET', path: '/_local/faults', handle: () => json(faults.current) },
    { method: 'POST', path: '/_local/faults', handle: (exchange) => turnFaults(exchange, faults) },
  ];
}

const health = (ok: boolean): Reply => json({ ok }, ok ? 200 : 503);

function collections({ database, databaseRules }: InspectParts) {
  return database.collections().map((collection) => ({
    ...collection,
    rule: databaseRules?.[collection.name] ?? databaseRules?.['*'],
  }));
}

function documents(exchange: Exchange, { database }: InspectParts): Reply {
  const name = exchange.params['collection'] ?? '';
  const known = database.collections().some((collection) => collection.name === name);
  if (!known) throw new HttpError(404, `no collection ${name}`);
  return json({ docs: database.documents(name, limitOf(exchange, DEFAULT_DOCUMENTS)) });
}

function logs(exchange: Exchange, history: InvocationHistory): Reply {
  return json({ logs: history.latest(limitOf(exchange, DEFAULT_RUNS)).map(logOf) });
}

function logOf({ function: { name }, openTransactions: _open, token: _token, ...run }: Invocation) {
  return { name, ...run };
}

async function turnFaults(exchange: Exchange, faults: FaultKnobs): Promise<Reply> {
  try {
    return json(faults.turn(await readJson(exchange)));
  } catch (error) {
    if (error instanceof RangeError) throw new HttpError(400, error.message);
    throw error;
  }
}
