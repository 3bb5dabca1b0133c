import { earnMemberships } from '../../server/earnings/memberships';
import type { EarnerAccount } from '../../server/earnings/earnerAccounts';
import type { Database, Transaction } from '../../server/database';
import { auditAll } from '../../server/audit/documents';
import type { JournalEntry } from '../../server/journal/journal';
import type { MemberStudy } from '../../server/learning/memberStudy';
import type { Order } from '../../server/orders/order';
import type { Ports } from '../../server/ports';
import { NEW_SHOP } from '../../server/shop/settings';
import { openDatabase } from '../../server/wechat/database';
import { fen } from '../../shared/money';
import { aShop, BEGUN, DAY, found } from '../audit/shop';
import { secretIds } from '../simulation/cloud/ports';
import { SimulatedCloud, simulatedDatabase } from '../simulation/cloud';
import { FAULTS } from '../simulation/schedule/site';
import { randomPlan } from '../simulation/schedule/plan';
import { Random } from '../simulation/schedule/random';
import { noFaults, Schedule, type Plan, type Process } from '../simulation/schedule';

const MINUTE = 60_000;
/** 1 July in Beijing: June is over, in which the membership of the shop began. */
const END_OF_JUNE = Date.parse('2026-07-01T00:00:00+08:00');

const study: MemberStudy = {
  _id: 'ord_member.2026-06',
  orderId: 'ord_member',
  month: '2026-06',
  version: 3,
  since: BEGUN + DAY,
  countedUntil: BEGUN + 2 * DAY,
  teachers: { usr_a: 10 * MINUTE, usr_b: 20 * MINUTE, usr_c: 60 * MINUTE, usr_brief: 1 },
};

/** A member whose month is over; one of the teachers owes the shop a yuan. */
const monthOver = (plan: Plan, seed: number | string) => {
  const schedule = new Schedule({ seed, plan, startAt: END_OF_JUNE + MINUTE });
  const cloud = new SimulatedCloud(schedule);
  // Plain objects of this world: a structured clone makes others under jest.
  const { orders, users, journal } = JSON.parse(JSON.stringify(aShop())) as ReturnType<
    typeof aShop
  >;
  const order = { ...found(orders, 'ord_member'), earnAt: END_OF_JUNE };
  cloud.put('settings', { ...NEW_SHOP });
  cloud.put('orders', order);
  const member = { version: 1, names: [], openids: ['o_ben'], ...found(users, 'usr_ben') };
  cloud.put('users', member);
  cloud.put('journal', found(journal, 'jrn_paid_ord_member'));
  cloud.put('memberStudy', study);
  const lent = { _id: 'jrn_lent', kind: 'suspense', at: BEGUN, orderId: 'ord_other' } as const;
  cloud.put('journal', {
    ...lent,
    lines: [
      { account: 'earner:usr_b:receivable', fen: 100 },
      { account: 'suspense', fen: -100 },
    ],
  });
  const owing = { version: 1, available: fen(0), receivable: fen(100), inTransit: fen(0) };
  cloud.put('earnerAccounts', { _id: 'usr_b', ...owing });
  return { schedule, cloud };
};

const databaseOf = (cloud: SimulatedCloud, process: Process): Database =>
  openDatabase(simulatedDatabase(cloud.store, process), {
    pause: (ms) => process.sleep(ms),
    chance: () => 0.5,
  });

const earning = (cloud: SimulatedCloud, process: Process, db = databaseOf(cloud, process)) => {
  const ids = { derived: secretIds.derived } as Ports['ids'];
  const ports = { db, ids, clock: { now: () => process.now() }, log: () => undefined };
  return earnMemberships(ports, process.now(), process.now() + 50_000);
};

const all = <Doc>(cloud: SimulatedCloud, collection: string): Doc[] =>
  [...cloud.documents(collection)] as unknown as Doc[];

/** Who has what in the end, and what the auditor says of it; the money lent is no part of the story. */
const outcomeOf = (cloud: SimulatedCloud) => {
  const journal = all<JournalEntry>(cloud, 'journal');
  const orders = all<Order>(cloud, 'orders');
  const accounts = all<EarnerAccount>(cloud, 'earnerAccounts');
  const users = all<never>(cloud, 'users');
  const documents = {
    orders,
    journal,
    users,
    refunds: [],
    seatPools: [],
    earnerAccounts: accounts,
  };
  const memberStudy = all<MemberStudy>(cloud, 'memberStudy');
  const audit = auditAll({ ...documents, memberStudy }, { now: END_OF_JUNE, quiet: false });
  return {
    has: Object.fromEntries(accounts.map((each) => [each._id, each.available - each.receivable])),
    entries: journal.map(({ kind }) => kind).sort(),
    order: orders[0],
    audit: audit.filter(({ subject }) => subject !== 'shop'),
  };
};

/** 29.6 of 365 days of 100.01 yuan are 8.10 yuan, of which 5.67 are the teachers'; a millisecond is worth no fen. */
const FAIR = { usr_a: 62, usr_b: 125 - 100, usr_c: 377 };

const finish = async (plan: Plan, seed: number | string, atOnce: number) => {
  const { schedule, cloud } = monthOver(plan, seed);
  for (let run = 0; run < atOnce; run += 1) {
    schedule.spawn(`keepBooks ${run}`, (process) => earning(cloud, process));
  }
  await schedule.run();
  schedule.calm();
  // Whatever a crash left locked is free again after half a minute.
  schedule.spawn('pause', (process) => process.sleep(40_000));
  await schedule.run();
  schedule.spawn('keepBooks again', (process) => earning(cloud, process));
  await schedule.run();
  return outcomeOf(cloud);
};

describe('E15: dividing a period among its teachers', () => {
  it('credits each in an entry of their own, repays what is owed first, and leaves the rest to the platform', async () => {
    const { has, entries, order, audit } = await finish(noFaults, 1, 1);
    expect(has).toEqual(FAIR);
    expect(entries).toEqual([
      'membershipCredited',
      'membershipCredited',
      'membershipCredited',
      'membershipEarned',
      'paid',
      'suspense',
    ]);
    expect(order).toMatchObject({ dividedUntil: END_OF_JUNE });
    expect(order?.dividing).toBeUndefined();
    expect(order?.earnAt).toBeGreaterThan(END_OF_JUNE);
    expect(audit).toEqual([]);
  });

  it('INV11: comes to the same whatever crashes, is sent twice or runs twice at once', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const plan = randomPlan({ random: new Random(seed), rate: 0.08, enabled: FAULTS });
      const { has, entries, order, audit } = await finish(plan, seed, 1 + (seed % 2));
      expect({ seed, has, audit }).toEqual({ seed, has: FAIR, audit: [] });
      expect(entries).toHaveLength(6);
      expect(order?.dividing).toBeUndefined();
    }
  });

  it('touches no more than six documents in a transaction, even where three months wait', async () => {
    const { schedule, cloud } = monthOver(noFaults, 1);
    const [order] = all<Order>(cloud, 'orders');
    cloud.put('orders', { ...order!, earnAt: END_OF_JUNE + 62 * DAY });
    const touched: number[] = [];
    schedule.spawn('keepBooks', async (process) => {
      await process.sleep(70 * DAY);
      await earning(cloud, process, counted(databaseOf(cloud, process), touched));
    });
    await schedule.run();
    expect(touched).toEqual([6, 4, 4, 4]);
  });
});

/** The same database; notes how many documents each transaction reads or writes. */
const counted = (db: Database, touched: number[]): Database => ({
  ...db,
  transaction: (work) =>
    db.transaction(async (tx) => {
      const documents = new Set<string>();
      const note = (collection: string, id: string) => documents.add(`${collection}/${id}`);
      const noting: Transaction = {
        get: (collection, id) => (note(collection, id), tx.get(collection, id)),
        insert: (collection, doc) => (note(collection, doc._id), tx.insert(collection, doc)),
        update: (collection, id, changes) => (
          note(collection, id),
          tx.update(collection, id, changes)
        ),
        put: (collection, doc) => (note(collection, doc._id), tx.put(collection, doc)),
      };
      const outcome = await work(noting);
      touched.push(documents.size);
      return outcome;
    }),
});
