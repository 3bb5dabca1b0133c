import { formatYuan, parseYuan, ZERO } from '../../../../../shared/money';
import type { Answer, Question } from '../../../../lib/call';

export type Plan = Answer<'manageShop'>['plans'][number];

/** A membership as it is typed: the price in yuan, what it promises line by line. One without an id is new. */
export type PlanForm = {
  readonly planId: string;
  readonly name: string;
  readonly days: string;
  readonly price: string;
  readonly perks: string;
};

export const NEW_PLAN: PlanForm = { planId: '', name: '', days: '30', price: '', perks: '' };

export const formOf = ({ planId, name, days, price, perks }: Plan): PlanForm => ({
  planId,
  name,
  days: String(days),
  price: formatYuan(price),
  perks: perks.join('\n'),
});

const perksOf = ({ perks }: PlanForm): string[] =>
  perks
    .split('\n')
    .map((perk) => perk.trim())
    .filter((perk) => perk !== '');

const lengthOf = (text: string): number => [...text.trim()].length;

const HIGHEST_PRICE = 100_000_000;
const isPrice = (price = ZERO): boolean => price > 0 && price <= HIGHEST_PRICE;

type Check = readonly [(form: PlanForm) => boolean, string];

const CHECKS: readonly Check[] = [
  [({ name }) => lengthOf(name) < 1 || lengthOf(name) > 12, '名称为 1 到 12 个字'],
  [({ days }) => !/^[1-9]\d{0,3}$/.test(days.trim()) || Number(days) > 3650, '天数为 1 到 3650'],
  [({ price }) => !isPrice(parseYuan(price)), '价格为 0.01 元到 100 万元'],
  [(form) => perksOf(form).length > 6, '权益最多 6 条'],
  [(form) => perksOf(form).some((perk) => lengthOf(perk) > 30), '每条权益最多 30 个字'],
];

/** What must be put right before it can be saved; empty when nothing must. */
export const problemOf = (form: PlanForm): string =>
  CHECKS.find(([isWrong]) => isWrong(form))?.[1] ?? '';

/** What `manageShop` takes to save it. */
export const saveQuestion = (form: PlanForm): Question<'manageShop'> => ({
  action: 'savePlan',
  name: form.name.trim(),
  days: Number(form.days),
  price: parseYuan(form.price) ?? ZERO,
  perks: perksOf(form),
  ...(form.planId && { planId: form.planId }),
});
