import { join } from 'node:path';
import { counts } from '../../bench/counts';
import type { Figure } from '../../bench/figure';
import { judge, unmeasured } from '../../bench/judge';
import { sizes } from '../../bench/sizes';

const root = join(__dirname, '../..');

/** Small enough for every run of the tests; `npm run bench` takes a thousand and twenty thousand. */
const CROWD = { few: 50, many: 500 };

const brokenIn = (part: string, figures: readonly Figure[]) =>
  judge(part, figures)
    .filter(({ broken }) => broken)
    .map(({ name, value, budget }) => `${name}: ${value}, budget ${budget}`);

describe('budgets', () => {
  let counted: Figure[];
  beforeAll(async () => {
    counted = await counts(root, CROWD);
  }, 180_000);

  it('no use case of the main path takes more database round trips than its budget', () => {
    expect(brokenIn('counts', counted)).toEqual([]);
  });

  it('every budget and goal of the main path is measured under its name', () => {
    expect(unmeasured('counts', counted)).toEqual([]);
  });

  it('S2: no function and no package of the mini-program is larger than its budget', async () => {
    const figures = await sizes(root);
    expect(brokenIn('sizes', figures)).toEqual([]);
    expect(unmeasured('sizes', figures)).toEqual([]);
  });

  it('a budget that is exceeded by one is broken', () => {
    const [figure] = judge('counts', [{ name: 'getHome', value: 3, unit: 'trips' }]);
    expect(figure).toMatchObject({ budget: 2, broken: true });
    expect(judge('counts', [{ name: 'getHome', value: 2, unit: 'trips' }])[0]?.broken).toBe(false);
  });
});
