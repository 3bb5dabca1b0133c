import { InstancePool } from '../../../emulator/functions/pool';

const deployed = { name: 'notes', file: '/nowhere/notes.js', version: 1, config: { timeout: 3 } };
const call = { message: {}, timeoutMs: 1000, log: () => undefined };

describe('a function whose instance cannot be started', () => {
  it('answers every call with why, instead of letting the next wait for a turn that never comes', async () => {
    const limits = { instancesPerFunction: 1, idleInstances: 1 };
    const pool = new InstancePool(limits, () => {
      throw new Error('no settings');
    });
    const run = () => pool.run(deployed, call as never, false);
    await expect(run()).rejects.toThrow('no settings');
    await expect(run()).rejects.toThrow('no settings');
  });
});
