import type { Process } from './schedule';
import { exactPlan, Schedule } from './schedule';
import { SimulatedCloud, simulatedDatabase } from './cloud';
import { openDatabase } from '../../server/wechat/database';

type Counter = { _id: string; count: number; list: string[]; holders: string[] };

const changedOnce = async (process: Process, cloud: SimulatedCloud): Promise<void> => {
  const waiting = { pause: (ms: number) => process.sleep(ms), chance: () => 0.5 };
  const db = openDatabase(simulatedDatabase(cloud.store, process), waiting);
  await db.transaction(async (tx) => {
    await tx.get<Counter>('orders', 'ord_1');
    await tx.update('orders', 'ord_1', {
      increase: { count: 1 },
      append: { list: ['new'] },
      takeOut: { holders: 'gone' },
    });
    await tx.update('orders', 'ord_1', { increase: { count: 1 } });
  });
};

describe('a write inside a transaction that the SDK sends twice', () => {
  it.each([0, 1])(
    'comes out as one write (the update sent twice is number %i)',
    async (occurrence) => {
      const plan = exactPlan([{ site: 'tx.orders.update', occurrence, fault: 'sentTwice' }]);
      const schedule = new Schedule({ seed: 1, plan });
      const cloud = new SimulatedCloud(schedule);
      const counter: Counter = { _id: 'ord_1', count: 5, list: ['old'], holders: ['gone', 'here'] };
      cloud.put('orders', counter);
      const { ended } = schedule.spawn('twice', (process) => changedOnce(process, cloud));
      await schedule.run();
      expect((await ended).kind).toBe('done');
      expect(cloud.document('orders', 'ord_1')).toEqual({
        _id: 'ord_1',
        count: 7,
        list: ['old', 'new'],
        holders: ['here'],
      });
    },
  );
});
