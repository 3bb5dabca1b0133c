import cloud from 'wx-server-sdk';
import { openDatabase } from '../../../server/wechat/database';
import type { SdkDatabase } from '../../../server/wechat/sdk';
import { openEnvironment } from '../../emulator/database/conformance/environment';
import { pause } from '../../emulator/database/conformance/fixture';
import { simulatedDatabase, SimulatedCloud } from '../cloud';
import { LOCK_WAIT_MS } from '../cloud/plainWrites';
import { LIFE_MS } from '../cloud/transaction';
import { Schedule } from '../schedule';
import { COLLECTIONS, type Case } from './bench';

/** Runs a case in the simulated cloud, without faults, and tells what it saw. */
export const simulated = async (run: Case): Promise<unknown> => {
  const schedule = new Schedule({ seed: 'conformance' });
  const { store, random } = new SimulatedCloud(schedule, COLLECTIONS);
  const { ended } = schedule.spawn('case', (process) => {
    const sdk = simulatedDatabase(store, process);
    const rest = (ms: number) => process.sleep(ms);
    const db = openDatabase(sdk, { pause: rest, chance: () => random.next() / 2 ** 32 });
    return run({ sdk, db, pause: rest, lifeMs: LIFE_MS, lockWaitMs: LOCK_WAIT_MS });
  });
  await schedule.run();
  const outcome = await ended;
  if (outcome.kind !== 'done') throw outcome.kind === 'failed' ? outcome.error : new Error('gone');
  return outcome.value;
};

/** The local cloud behind the real SDK, opened once; its collections are emptied before each case. */
export const openEmulated = async () => {
  const environment = await openEnvironment(
    (env) => {
      cloud.init({ env: env ?? 'local-env' });
      return cloud.database({ throwOnNotFound: false } as never) as never;
    },
    (data) => ({ data }),
    { ...COLLECTIONS },
  );
  const sdk = environment.database as unknown as SdkDatabase;
  const { lockWaitMs = LOCK_WAIT_MS, transactionLifeMs: lifeMs } = environment;
  const empty = async (name: string) => {
    await sdk
      .collection(name)
      .where({ _id: sdk.command.exists(true) })
      .remove();
  };
  return {
    run: async (run: Case): Promise<unknown> => {
      await Promise.all(Object.keys(COLLECTIONS).map(empty));
      return run({ sdk, db: openDatabase(sdk), pause, lifeMs, lockWaitMs });
    },
    close: () => environment.close(),
  };
};
