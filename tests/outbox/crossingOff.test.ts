import { outboxOf, type WithTodo } from '../../server/outbox/outbox';
import { openDatabase } from '../../server/wechat/database';
import { SimulatedCloud, simulatedDatabase } from '../simulation/cloud';
import { Schedule } from '../simulation/schedule';

const NOW = 1_000;
const MADE = { _id: 'ord_1', seq: 0, todo: ['recordCreated'], todoAt: NOW };
/** The same call settles the order it has made, at the same moment. */
const SETTLED = { ...MADE, seq: 1, todo: ['recordCreated', 'tellBuyerPaid'] };

/** What is left to do when a timer read the order as it was made, and it is settled before `step` of the timer. */
const leftWhenSettledBefore = async (step: 'take' | 'crossOff') => {
  const schedule = new Schedule({ seed: 1 });
  const cloud = new SimulatedCloud(schedule);
  cloud.put('orders', MADE);
  schedule.spawn('timer', async (process) => {
    const waiting = { pause: (ms: number) => process.sleep(ms), chance: () => 0.5 };
    const outbox = outboxOf<WithTodo>(
      openDatabase(simulatedDatabase(cloud.store, process), waiting),
      'orders',
    );
    if (step === 'take') cloud.put('orders', SETTLED);
    const taken = await outbox.take(MADE, NOW);
    if (step === 'crossOff') cloud.put('orders', { ...SETTLED, todoAt: NOW + 120_000 });
    if (taken) await outbox.crossOff(MADE, [], NOW);
  });
  await schedule.run();
  return cloud.document<WithTodo>('orders', 'ord_1')?.todo;
};

describe('what an order leaves to be done', () => {
  it.each(['take', 'crossOff'] as const)(
    'INV26: is not lost when the order is settled at the moment it was made, before a timer’s %s',
    async (step) => {
      expect(await leftWhenSettledBefore(step)).toContain('tellBuyerPaid');
    },
  );
});
