import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../../emulator';
import type { Output } from '../../shared/contract';
import type { Contracts, FunctionName } from '../../shared/contracts';
import { localShop } from '../../scripts/localCloud';
import { seed } from '../../scripts/seed/seed';
import { call, pay, post } from '../request';
import { withCalmTimers } from './calm';
import { meterOn } from './meter';

/** What one use case cost the database. */
export type Cost = { readonly name: string; readonly trips: number; readonly examined: number };

/** The demo shop in this process, with a meter on its database. */
export type MeteredShop = {
  insert(collection: string, documents: readonly object[]): Promise<void>;
  /** Someone with a phone; every use case they go through is written down. */
  customer(openid: string, costs: Cost[]): Customer;
  /** Lets what is on its way arrive, such as WeChat's word on a refund. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

export type Customer = {
  /** `as` names the use case where the function alone does not. */
  call<N extends FunctionName>(name: N, input?: object, as?: string): Promise<Output<Contracts[N]>>;
  pay(orderId: string, as?: string): Promise<void>;
  runTimer(name: FunctionName): Promise<void>;
};

/** Every function of the walk stays warm: the second walk measures what most people meet. */
const LIMITS = { idleInstances: 64 };
const A_WHILE = 3 * 60_000;

/** Opens the demo shop on a data folder of its own. */
export const openMeteredShop = async (root: string): Promise<MeteredShop> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const functionsDir = withCalmTimers(join(root, 'dist/cloudfunctions'), join(dataDir, 'calm'));
  const options = { ...localShop(root, { port: 0, dataDir }), functionsDir, limits: LIMITS };
  const cloud = await startCloud(options);
  await seed('demo', { url: cloud.url, root });
  const meter = meterOn(cloud.database);

  const measured: Measured = async ({ name, as = name, costs }, work) => {
    await post(`${cloud.url}/_local/stats/reset`, {});
    meter.read();
    const answer = await work();
    const examined = meter.read();
    costs.push({ name: as, trips: await tripsOf(cloud.url, name), examined });
    return answer;
  };

  return {
    insert: async (collection, documents) => {
      await cloud.database.insert(collection, documents);
    },
    customer: (openid, costs) => customer({ url: cloud.url, openid, costs, measured }),
    settle: () => cloud.advance(A_WHILE),
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

type UseCase = { readonly name: FunctionName; readonly as?: string; readonly costs: Cost[] };
type Measured = <T>(useCase: UseCase, work: () => Promise<T>) => Promise<T>;
type Phone = {
  readonly url: string;
  readonly openid: string;
  readonly costs: Cost[];
  readonly measured: Measured;
};

const customer = ({ url, openid, costs, measured }: Phone): Customer => ({
  call: (name, input = {}, as = name) =>
    measured({ name, as, costs }, () => call(url, { name, input, openid })),
  pay: async (orderId, as = 'payCallback') =>
    void (await measured({ name: 'payCallback', as, costs }, () => pay(url, orderId))),
  runTimer: async (name) =>
    void (await measured({ name, costs }, () => post(`${url}/_local/timers/${name}`, {}))),
});

type Stats = { roundTrips: { byFunction: Record<string, { roundTrips: number }> } };

const tripsOf = async (url: string, name: string): Promise<number> => {
  const response = await fetch(`${url}/_local/stats`);
  const { roundTrips } = (await response.json()) as Stats;
  return roundTrips.byFunction[name]?.roundTrips ?? 0;
};
