import type { FunctionName } from '../../shared/contracts';
import { permissions } from '../../shared/permissions';
import { codeOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { everyone } from './people';
import { samples } from './samples';

const names = Object.keys(permissions) as FunctionName[];
const people = ['visitor', 'learner', 'teacher', 'admin'] as const;
const cells = names.flatMap((name) =>
  people.map((person) => ({ name, person, reach: permissions[name][person] })),
);
const closed = names.filter((name) => permissions[name].timer ?? permissions[name].wechat);

describe('who may call what (S15, D3: nothing is open by default)', () => {
  let cloud: TestCloud;
  let phones: Record<(typeof people)[number], Phone>;

  beforeAll(async () => {
    cloud = await openCloud();
    phones = await everyone(cloud);
  });
  afterAll(() => cloud.close());

  it.each(cells.filter(({ name, reach }) => !reach && !closed.includes(name)))(
    'D8: $person is refused $name with a code',
    async ({ name, person }) => {
      const code = codeOf(await phones[person].call(name, samples[name][0]));
      expect(code).toBe(person === 'visitor' ? 'NOT_LOGGED_IN' : 'NOT_ALLOWED');
    },
  );

  it.each(cells.filter(({ name, reach }) => reach && name !== 'manageMyData'))(
    '$person is not refused $name for who they are',
    async ({ name, person }) => {
      const code = codeOf(await phones[person].call(name, samples[name][0]));
      expect(['NOT_LOGGED_IN', 'NOT_ALLOWED', 'INTERNAL']).not.toContain(code);
    },
  );

  it.each(closed)('%s cannot be called from any phone, whatever it claims to be', async (name) => {
    for (const person of people) {
      await expect(
        phones[person].call(name, { returnCode: 'SUCCESS', Type: 'Timer' }),
      ).rejects.toThrow(/permission|denied|-50/i);
    }
  });
});
