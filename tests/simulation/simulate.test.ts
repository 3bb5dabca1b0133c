import { edited, plant } from './mutants/plant';
import { MUTANTS } from './mutants';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportOf, tableOf } from './report/table';
import { emptyTally } from './report/tally';
import { bundleWorker, ROOT } from './run/bundle';
import { count } from './run/count';
import { campaign } from './run/workers';
import { noFaults } from './schedule';
import { replaceFetch } from './world/network';
import { perform } from './world/perform';
import { SCENARIOS } from './world/scenarios';
import { AFFILIATE, userIdOf } from './world/cast';
import { affiliates } from './world/scenarios/affiliates';
import { members } from './world/scenarios/members';
import { remedies } from './world/scenarios/remedies';
import { scriptOf } from './world/script';

beforeAll(replaceFetch);

describe('F47: a simulated shop', () => {
  it('does the same again under the same seed', async () => {
    const [one, other] = [await perform(scriptOf(4)), await perform(scriptOf(4))];
    expect(other.interleaving).toBe(one.interleaving);
    expect(other.steps).toBe(one.steps);
  });

  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    'keeps every promise without faults: %s',
    async (_, scenario) => {
      const { violations, calls } = await perform(scenario.script(1), { plan: noFaults });
      expect(violations).toEqual([]);
      // Nothing broke, so no function has a reason to: one that changes what it read would, for documents are frozen.
      expect(calls.filter(({ code }) => code === 'INTERNAL').map(({ name }) => name)).toEqual([]);
    },
  );
});

describe('what two admins decide on in a scenario', () => {
  it.each(remedies.map((scenario) => [scenario.name, scenario] as const))(
    'is carried out where nothing goes wrong: %s',
    async (_, { script }) => {
      const { theatre } = await perform(script(1), { plan: noFaults });
      const decided = theatre.documents('proposals').map(({ status }) => status);
      expect(decided).toContain('approved');
    },
  );
});

describe('what somebody brought in a scenario', () => {
  const told = async ({ script }: (typeof SCENARIOS)[number]) => {
    const { theatre, calls } = await perform(script(1), { plan: noFaults });
    const brought = [...theatre.judge.orders.values()].filter(({ affiliate }) => affiliate);
    return { theatre, calls, brought };
  };
  const named = (part: string) =>
    affiliates
      .filter(({ name }) => name.includes(part))
      .map((scenario) => [scenario.name, scenario] as const);

  it.each(named('by the link of a friend'))('earns a commission: %s', async (_, scenario) => {
    const { theatre, brought } = await told(scenario);
    const accounts = [...theatre.judge.journal.values()].flatMap(({ lines }) => lines);
    const commission = brought.map(({ affiliate }) => `earner:${affiliate?.userId}:pending`);
    expect(accounts.map(({ account }) => account)).toEqual(expect.arrayContaining(commission));
    expect(commission).not.toEqual([]);
  });

  it.each([...named('own link'), ...named('its teacher')])(
    'earns nothing: %s',
    async (_, scenario) => {
      expect((await told(scenario)).brought).toEqual([]);
    },
  );

  it.each(named('is paid out'))('reaches them: %s', async (_, scenario) => {
    const { theatre } = await told(scenario);
    const payouts = theatre.documents('payouts') as unknown as { earner: { userId: string } }[];
    expect(payouts.map(({ earner }) => earner.userId)).toContain(userIdOf(AFFILIATE));
  });

  it('X31: stays whose link the order was made by, though another one is followed later', async () => {
    const again = affiliates.find(({ name }) =>
      name.startsWith('an order that is asked for again'),
    );
    if (!again) throw new Error('no such scenario');
    const { calls, brought } = await told(again);
    const asked = calls
      .filter(({ name }) => name === 'createOrder')
      .map(({ subjects }) => subjects);
    expect(asked.flat()).toEqual(expect.arrayContaining([userIdOf('oBen'), userIdOf('oCat')]));
    expect(brought.map(({ affiliate }) => affiliate?.userId)).toEqual([userIdOf('oBen')]);
  });
});

describe('what a membership uses up in a scenario', () => {
  it.each(members.map((scenario) => [scenario.name, scenario] as const))(
    'is divided at the end of its month: %s',
    async (_, { script }) => {
      const { theatre } = await perform(script(1), { plan: noFaults });
      const kinds = [...theatre.judge.journal.values()].map(({ kind }) => kind);
      expect(kinds).toContain('membershipEarned');
    },
  );
});

describe('a deliberate bug', () => {
  it.each(MUTANTS.map((mutant) => [mutant.id, mutant] as const))(
    '%s still finds the code it changes',
    async (_, { edits, maskedBy }) => {
      for (const edit of [...edits, ...(maskedBy?.edits ?? [])]) {
        const source = await readFile(resolve(ROOT, edit.file), 'utf8');
        expect(edited(source, [edit])).not.toBe(source);
      }
    },
  );

  it('is noticed: anybody may call the pay callback', async () => {
    const mutant = MUTANTS.find(({ id }) => id === 'M30');
    const bundle = await bundleWorker('test-M30', [plant(ROOT, mutant?.edits ?? [])]);
    const until = Date.now() + 50_000;
    const { failures } = await campaign(bundle, 1, (share) => ({
      kind: 'directed',
      ...share,
      from: 1,
      seeds: 1,
      until,
      firstOnly: true,
    }));
    expect(failures[0]?.violation.id).toMatch(/INV(19|20|23)/);
  });
});

describe('the report', () => {
  it('names what was covered least, and every race, reached or not', async () => {
    const tally = emptyTally();
    const script = scriptOf(4);
    count(tally, script, await perform(script));
    const report = reportOf(tally, { commit: 'abc', seconds: 1, campaigns: { swarm: 1 } });
    expect(report).toMatchObject({ schedules: 1, distinctInterleavings: 1, failures: [] });
    expect(Object.keys({ ...report.races, ...report.racesNotYet })).toHaveLength(35);
    expect(tableOf(report).join('\n')).toContain('least covered');
  });
});
