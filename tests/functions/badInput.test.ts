import { COMMON_ERRORS, type Contract } from '../../shared/contract';
import { contracts, type FunctionName } from '../../shared/contracts';
import { permissions } from '../../shared/permissions';
import { codeOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { everyone } from './people';
import { samples } from './samples';

/** What no field of ours should choke on: wrong types, edges, operators, broken text, keys that reach for the prototype. */
const NASTY: readonly unknown[] = [
  null,
  true,
  -1,
  99.5,
  1e308,
  2 ** 53,
  '',
  '1e3',
  'a'.repeat(10_000),
  '字'.repeat(3000),
  '\u0000',
  '\ud800',
  '\u202eabc',
  "' or 1=1 --",
  '../../etc/passwd',
  '__proto__',
  'toString',
  'cloud://e.b/../../secret',
  {},
  { $ne: null },
  { $where: '1' },
  { $date: 5 },
  { 'a.b': 1 },
  { constructor: { prototype: { role: 'admin' } } },
  [],
  [{ $ne: null }],
  Array.from({ length: 1000 }, () => 'x'),
];

/** Fields that no phone may ever set; each is an unknown field to every contract. */
const SMUGGLED = {
  role: 'admin',
  status: 'paid',
  payable: 1,
  price: 1,
  totalFee: 1,
  openid: 'oSomeoneElse',
  _openid: 'oSomeoneElse',
  _id: 'x',
  userId: 'usr_else',
  discount: 100,
  $set: { role: 'admin' },
  isAdmin: true,
};

type Fields = Record<string, unknown>;

const mutationsOf = (sample: Fields): Fields[] => [
  ...Object.keys(sample).flatMap((field) => [
    Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field)),
    ...NASTY.map((value) => ({ ...sample, [field]: value })),
  ]),
  ...Object.entries(SMUGGLED)
    .filter(([field]) => !(field in sample))
    .map(([field, value]) => ({ ...sample, [field]: value })),
];

/** What a phone can send at all: the platform carries JSON. */
const asSent = (input: unknown): Fields => JSON.parse(JSON.stringify(input)) as Fields;

const isWellFormed = (name: FunctionName, input: Fields) =>
  (contracts[name] as Contract).input.safeParse(input).success;

/** What counts calls, and what timers write at their own times whatever anybody sends. */
const BY_THEMSELVES = ['rateLimits', 'reconciliations', 'audits'];

const byPeople = (Object.keys(samples) as FunctionName[]).filter(
  (name) => !permissions[name].timer && !permissions[name].wechat,
);

describe('D26: bad input to any function', () => {
  let cloud: TestCloud;
  let phones: Record<'visitor' | 'learner' | 'teacher' | 'admin', Phone>;

  beforeAll(async () => {
    cloud = await openCloud();
    phones = await everyone(cloud);
  });
  afterAll(() => cloud.close());

  const callerOf = (name: FunctionName) =>
    phones[
      (['learner', 'teacher', 'admin'] as const).find((person) => permissions[name][person]) ??
        'admin'
    ];

  const everything = async () => {
    const { collections } = await cloud.get<{ collections: { name: string }[] }>('/_local/db');
    const kept = collections
      .map(({ name }) => name)
      .filter((name) => !BY_THEMSELVES.includes(name));
    return JSON.stringify(await Promise.all(kept.map((name) => cloud.documents(name))));
  };

  it.each(byPeople)(
    '%s refuses it with INVALID_INPUT, a sentence in Chinese, no stack, and changes nothing',
    async (name) => {
      const bad = samples[name]
        .flatMap((sample) => mutationsOf(sample))
        .map(asSent)
        .filter((input) => !isWellFormed(name, input));
      const before = await everything();

      for (const input of bad) {
        const reply = await callerOf(name).call(name, input);
        if (codeOf(reply) !== 'INVALID_INPUT')
          throw new Error(`${codeOf(reply)} for ${JSON.stringify(input).slice(0, 300)}`);
        expect(reply).toEqual({
          ok: false,
          code: 'INVALID_INPUT',
          message: expect.stringMatching(/[\u4e00-\u9fff]/),
          traceId: expect.any(String),
        });
      }

      expect(bad.length).toBeGreaterThan(5);
      expect(await everything()).toBe(before);
    },
    60_000,
  );

  it.each(byPeople.filter((name) => name !== 'manageMyData'))(
    '%s answers odd but well formed input with success or a code of its contract',
    async (name) => {
      const contract: Contract = contracts[name];
      const allowed = [
        'OK',
        ...contract.errors,
        ...COMMON_ERRORS.filter((code) => code !== 'INTERNAL'),
      ];
      const odd = samples[name]
        .flatMap((sample) => mutationsOf(sample))
        .map(asSent)
        .filter((input) => isWellFormed(name, input));
      for (const input of odd.slice(0, 60)) {
        const code = codeOf(await callerOf(name).call(name, input));
        if (!allowed.includes(code))
          throw new Error(`${code} for ${JSON.stringify(input).slice(0, 300)}`);
      }
    },
    60_000,
  );

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'x'],
    ['a number', 5],
    ['null', null],
  ])('an event that is %s is refused', async (_name, event) => {
    const reply = await phones.learner.call('createOrder', event);
    expect(codeOf(reply)).toBe('INVALID_INPUT');
  });
});
