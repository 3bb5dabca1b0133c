import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openDatabase,
  type CollectionDefinition,
  type DocumentDatabase,
} from '../../emulator/database';
import { localReads } from '../../scripts/audit/localReads';
import { sealOver } from '../../server/journal/seals';
import type { MoneyDocuments } from '../../server/audit/documents';
import { BEGINNING, isOver, onePage, STAGES, type Progress } from '../../server/audit/walk/walk';
import { aShop, NOW } from './shop';

const collections = JSON.parse(
  readFileSync(join(__dirname, '../../cloud/collections.json'), 'utf8'),
) as Record<string, CollectionDefinition>;

let database: DocumentDatabase;
let roundTrips: number;

beforeEach(() => {
  database = openDatabase({ file: ':memory:', clock: { now: () => NOW }, collections });
  roundTrips = 0;
});
afterEach(() => database.close());

const fill = async ({ providers: _book, differences = [], ...shop }: MoneyDocuments) => {
  for (const [collection, documents] of Object.entries(shop)) {
    await database.insert(collection, documents);
  }
  await database.insert('differences', differences.map(asStored));
};

/** What tests leave out of a difference. */
const asStored = (difference: object, index: number) => ({
  _id: `dif_${index}`,
  kind: 'abnormalRefund',
  provider: 'cloudPay',
  detail: '退款异常',
  foundAt: NOW,
  ...difference,
});

const ground = () => {
  const reads = localReads(database);
  const together: typeof reads.together = (wanted) => {
    roundTrips += 1;
    return reads.together(wanted);
  };
  return { db: { together }, now: NOW, startedAt: NOW };
};

const walkFrom = async (begun: Progress): Promise<Progress> => {
  let progress = begun;
  while (!isOver(progress)) progress = await onePage(ground(), progress);
  return progress;
};

/** Many shops side by side in one, so that stages have several pages. */
const manyShops = (count: number): MoneyDocuments => {
  const shops = Array.from({ length: count }, (_, index) => {
    const text = JSON.stringify(aShop());
    return JSON.parse(text.replaceAll(/\b(ord|usr|crs|jrn)_/g, `$1_${index}x`)) as MoneyDocuments;
  });
  return {
    orders: shops.flatMap(({ orders }) => orders),
    refunds: shops.flatMap(({ refunds }) => refunds),
    journal: shops.flatMap(({ journal }) => journal),
    users: shops
      .flatMap(({ users }) => users)
      .map((user, index) => ({ ...user, openids: [`o${index}`] })),
    seatPools: shops.flatMap(({ seatPools }) => seatPools),
    differences: shops.flatMap(({ differences = [] }) => differences),
  };
};

describe('the walk through a whole database', () => {
  it('finds nothing where nothing is wrong, and has looked at everything', async () => {
    await fill(manyShops(60));
    const { examples, counts, looked } = await walkFrom(BEGINNING);
    expect({ examples, counts }).toEqual({ examples: [], counts: {} });
    expect(looked).toMatchObject({ orders: 420, users: 300, refunds: 180, seatPools: 60 });
    expect(looked['journal']).toBe(660);
  });

  it('finds one fen in one of many documents, and says where', async () => {
    const shop = manyShops(30);
    const partly = shop.orders.find(({ _id }) => _id === 'ord_17xpartly')!;
    Object.assign(partly, { reserved: 4999 });
    await fill(shop);
    const { examples } = await walkFrom(BEGINNING);
    expect(examples).toEqual([
      { id: 'INV7', subject: 'ord_17xpartly', found: 'what is reserved is 4999 instead of 5000' },
    ]);
  });

  it('comes to the same from wherever it was cut off', async () => {
    const shop = manyShops(30);
    Object.assign(shop.refunds[0]!, { amount: 1 });
    await fill(shop);
    const whole = await walkFrom(BEGINNING);
    let progress: Progress = BEGINNING;
    while (!isOver(progress)) {
      const kept = JSON.parse(JSON.stringify(progress)) as Progress;
      await onePage(ground(), progress);
      progress = await onePage(ground(), kept);
    }
    expect(progress).toEqual(whole);
    expect(whole.counts).toMatchObject({ INV7: expect.any(Number) as number });
  });

  it('INV30: a field nobody knows, and an amount that is text, are found', async () => {
    const shop = manyShops(1);
    Object.assign(
      shop.orders.find(({ _id }) => _id === 'ord_0xbought')!,
      { note: 'by hand' },
    );
    Object.assign(
      shop.refunds.find(({ _id }) => _id === 'ord_0xpartlyR1')!,
      { tries: '1' },
    );
    await fill(shop);
    const { examples } = await walkFrom(BEGINNING);
    expect(examples.map(({ id, subject }) => [id, subject])).toEqual([
      ['INV30', 'ord_0xbought'],
      ['INV30', 'ord_0xpartlyR1'],
    ]);
  });

  it('INV31: a lesson’s file in an open folder is found, and a course that shows a closed one', async () => {
    await database.insert('lessons', [
      {
        _id: 'les_closed',
        content: { kind: 'video', file: { fileId: 'cloud://env.x/content/a/b.mp4' } },
      },
      {
        _id: 'les_open',
        content: { kind: 'video', file: { fileId: 'cloud://env.x/images/a/b.mp4' } },
      },
      { _id: 'les_text', content: { kind: 'article', text: '正文' } },
    ]);
    await database.insert('courses', [
      {
        _id: 'crs_fine',
        introduction: '',
        subtitle: '',
        cover: 'cloud://env.x/images/a.png',
        lessonIds: [],
      },
      {
        _id: 'crs_told',
        introduction: '看 cloud://env.x/content/a/b.mp4',
        subtitle: '',
        lessonIds: [],
      },
    ]);
    const { examples } = await walkFrom(BEGINNING);
    expect(examples.map(({ id, subject }) => [id, subject])).toEqual([
      ['INV31', 'les_open'],
      ['INV31', 'crs_told'],
    ]);
  });

  it('INV23: a day that says it balances and does not, and one whose bill never came, are found', async () => {
    const tally = {
      matched: 1,
      repaired: 0,
      open: 0,
      paid: 100,
      refunded: 0,
      fees: 0,
      journal: 100,
    };
    const day = {
      provider: 'cloudPay',
      date: '2026-05-01',
      startsAt: NOW - 9e8,
      run: 1,
      position: 1,
    };
    await database.insert('reconciliations', [
      { ...day, _id: 'cloudPay_1', status: 'balanced', finishedAt: NOW, tally },
      {
        ...day,
        _id: 'cloudPay_2',
        status: 'balanced',
        finishedAt: NOW,
        tally: { ...tally, journal: 99 },
      },
      { ...day, _id: 'cloudPay_3', status: 'waiting', tally },
      { ...day, _id: 'cloudPay_4', status: 'waiting', tally, begunAt: NOW - 9e7 },
    ]);
    const { examples } = await walkFrom(BEGINNING);
    expect(examples.map(({ id, subject }) => [id, subject])).toEqual([
      ['INV23', 'cloudPay_2'],
      ['INV23', 'cloudPay_3'],
    ]);
  });

  it('INV29: an entry changed after its day was sealed is found, and a seal that was taken out', async () => {
    const shop = manyShops(1);
    await fill(shop);
    const entries = [...shop.journal].sort((one, other) => (one._id < other._id ? -1 : 1));
    const first = sealOver('2026-05-31', '', []);
    const second = sealOver('2026-06-01', first.hash, entries);
    await database.insert('seals', [first, second, sealOver('2026-06-02', second.hash, [])]);
    expect((await walkFrom(BEGINNING)).counts).toEqual({});

    await database.insert('seals', [sealOver('2026-06-04', second.hash, [])]);
    await database.insert('journal', [{ ...entries[0]!, _id: 'jrn_late', refundId: 'ref_none' }]);
    const { examples } = await walkFrom(BEGINNING);
    const broken = examples.filter(({ id }) => id === 'INV29').map(({ subject }) => subject);
    expect(broken).toEqual(['2026-06-01', '2026-06-01', '2026-06-04']);
  });

  it('looks at a thousand orders, with their refunds, rights and entries, in under a hundred round trips', async () => {
    await fill(manyShops(143));
    await walkFrom(BEGINNING);
    expect(roundTrips).toBeLessThan(100);
    expect(STAGES).toHaveLength(20);
  });
});
