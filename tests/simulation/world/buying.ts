import type { Payment } from '../../../shared/orders/contract';
import { LEARNERS, ITEMS, type ItemName } from './cast';
import type { Answer } from './functions';
import { linkOf } from './links';
import type { Phone } from './phone';
import type { Act } from './script';

export type Story = (phone: Phone, act: Act) => Promise<void>;

const MINUTE = 60_000;

/** A short thought mostly, a long one at times: long enough for an order to end meanwhile. */
export const thought = (roll: number): number =>
  roll < 0.75 ? roll * MINUTE : (roll - 0.75) * 200 * MINUTE;

const requestIdOf = ({ at, details }: Act): string =>
  `r${at}.${Math.floor((details[5] ?? 0) * 1e6)}`;

const wishOf = (phone: Phone, act: Act, item: ItemName = act.item) => ({
  requestId: requestIdOf(act),
  item: ITEMS[item],
  platform: act.platform,
  loginCode: `login-${phone.openid}`,
  ...linkOf(act),
});

const paymentIn = ({ data }: Answer): Payment | undefined =>
  data?.['payment'] as Payment | undefined;

/** Pays what was handed out, after a thought, and says so, or not. */
const payFor = async (phone: Phone, act: Act, answer: Answer): Promise<void> => {
  const payment = paymentIn(answer);
  if (!payment) return;
  await phone.wait(thought(act.details[0] ?? 0));
  await phone.pay(payment);
  const orderId = answer.data?.['orderId'];
  for (let asked = 0; asked < Math.floor((act.details[1] ?? 0) * 4); asked += 1) {
    await phone.wait(20_000 * (1 + (act.details[2] ?? 0)));
    await phone.call('confirmPayment', { orderId });
  }
};

/** Makes an order with something special about it, and pays. */
export const buyWith = async (phone: Phone, act: Act, special: object): Promise<void> => {
  await payFor(phone, act, await phone.call('createOrder', { ...wishOf(phone, act), ...special }));
};

const buy: Story = (phone, act) => buyWith(phone, act, {});

/** A double tap: the same request twice at the same moment. */
const buyTwice: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  const answers = await Promise.all([
    phone.call('createOrder', wish),
    phone.call('createOrder', wish),
  ]);
  await Promise.all(answers.map((answer) => payFor(phone, act, answer)));
};

/** Two phones of one person: two requests for the same item. */
const buyOnTwoPhones: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  const answers = await Promise.all([
    phone.call('createOrder', wish),
    phone.call('createOrder', { ...wish, requestId: `${wish.requestId}b` }),
  ]);
  await Promise.all(answers.map((answer) => payFor(phone, act, answer)));
};

const abandon: Story = async (phone, act) => {
  await phone.call('createOrder', wishOf(phone, act));
};

/** An old request id with another item in it. */
const replay: Story = async (phone, act) => {
  await phone.call('createOrder', wishOf(phone, act));
  await phone.wait(thought(act.details[0] ?? 0));
  await phone.call('createOrder', wishOf(phone, act, act.item === 'plain' ? 'limited' : 'plain'));
};

const resume: Story = async (phone, act) => {
  const order = phone.stage.ordersOf(phone.openid).at(-1);
  if (!order) return;
  const event = { orderId: order._id, loginCode: `login-${phone.openid}` };
  await payFor(phone, act, await phone.call('resumePayment', event));
};

const cancel: Story = async (phone) => {
  const order = phone.stage.ordersOf(phone.openid).at(-1);
  if (order) await phone.call('cancelOrder', { orderId: order._id });
};

const confirm: Story = async (phone) => {
  const order = phone.stage.ordersOf(phone.openid).at(-1);
  if (order) await phone.call('confirmPayment', { orderId: order._id });
};

/** Opens the lesson of a course, bought or not. */
const study: Story = async (phone, { item }) => {
  const { kind, id } = ITEMS[item];
  if (kind === 'course') await phone.call('openLesson', { lessonId: id.replace('crs', 'lsn') });
};

/** Says to the shop, as a client, that WeChat said that an order was paid. */
const forge: Story = async (phone) => {
  const { stage } = phone;
  const order = LEARNERS.flatMap((openid) => stage.ordersOf(openid)).at(-1);
  if (order) await phone.tap('payCallback', stage.provider.honestEvent(order));
};

export const BUYING = {
  buy,
  buyTwice,
  buyOnTwoPhones,
  abandon,
  replay,
  resume,
  cancel,
  confirm,
  study,
  forge,
} satisfies Record<string, Story>;
