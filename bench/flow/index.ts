import type { Figure, Part } from '../figure';
import { median } from '../statistics';
import { openLimit, openShop, type Contestant } from './contestants';

const ROUNDS = 5;
const ROUND_MS = 1_000;
const WARM_UP_MS = 1_500;
const AT_ONCE = [1, 8] as const;
/** More than the shop can sell in all rounds together. */
const BUYERS = 10_000;

/**
 * How many purchases a second (order, pay, open a lesson) the shop makes beside the limit program, one buyer after
 * another and several at once. Rounds are interleaved and each is compared with its neighbour: read the ratio alone.
 */
export const flow: Part = async (root) => {
  const [shop, limit] = [await openShop(root, BUYERS), await openLimit(root)];
  try {
    for (const each of [shop, limit]) await rate(each, Math.max(...AT_ONCE), WARM_UP_MS);
    const figures: Figure[] = [];
    for (const atOnce of AT_ONCE) figures.push(await compare(shop, limit, atOnce));
    return figures;
  } finally {
    await shop.close();
    await limit.close();
  }
};

const compare = async (shop: Contestant, limit: Contestant, atOnce: number): Promise<Figure> => {
  const rounds: { ours: number; best: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      ours: await rate(shop, atOnce, ROUND_MS),
      best: await rate(limit, atOnce, ROUND_MS),
    });
  }
  const ratios = rounds.map(({ ours, best }) => ours / best);
  const ours = Math.round(median(rounds.map((round) => round.ours)));
  const best = Math.round(median(rounds.map((round) => round.best)));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((each) => each.toFixed(2));
  return {
    name: `purchases beside the limit, ${atOnce} at once`,
    value: median(ratios),
    unit: '×',
    note: `${least} to ${most} in ${ROUNDS} rounds; ${ours} and ${best} a second here and now`,
  };
};

/** Purchases a second while `atOnce` buyers buy one after another for some time; any failure throws. */
const rate = async (contestant: Contestant, atOnce: number, forMs: number): Promise<number> => {
  const startedAt = performance.now();
  const end = startedAt + forMs;
  let done = 0;
  const buyers = Array.from({ length: atOnce }, async () => {
    while (performance.now() < end) {
      await contestant.purchase();
      done += 1;
    }
  });
  await Promise.all(buyers);
  return (done / (performance.now() - startedAt)) * 1000;
};
