import { openEmulated, simulated } from './conformance/backEnds';
import { reading } from './conformance/reading';
import { transacting } from './conformance/transacting';
import { writing } from './conformance/writing';

describe('the simulated database shows the same as the local cloud behind the real SDK', () => {
  let emulated: Awaited<ReturnType<typeof openEmulated>>;
  beforeAll(async () => {
    emulated = await openEmulated();
  });
  afterAll(() => emulated.close());

  describe.each(Object.entries({ reading, writing, transacting }))('%s', (_topic, cases) => {
    it.each(Object.entries(cases))('%s', async (_name, run) => {
      expect(await simulated(run)).toEqual(await emulated.run(run));
    });
  });
});
