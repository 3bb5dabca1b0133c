import type { Story } from './buying';
import { ITEMS } from './cast';

/** WeChat tells of a payment whose order nobody knows. */
const strayCallback: Story = async ({ stage }, { at }) => {
  await stage.doAtOnce(() => stage.provider.tellOfNobody(`ord_stray${at}`));
};

/** A teacher changes the price of a course, whatever is open. */
const reprice: Story = async ({ stage }, { item, details }) => {
  const price = Math.floor((details[0] ?? 0) * 20_000);
  await stage.doAtOnce(() => stage.change('courses', ITEMS[item].id, { price }));
};

/** The owner of the shop changes what parts of a payment are the teacher's and the affiliate's. */
const changeShare: Story = async ({ stage }, { details }) => {
  const course = Math.floor((details[0] ?? 0) * 10_000);
  const teacherShare = { course, membership: 10_000 - course };
  const affiliateShare = Math.floor((details[1] ?? 0) * (10_000 - course));
  await stage.doAtOnce(() => stage.change('settings', 'shop', { teacherShare, affiliateShare }));
};

/** A teacher takes a course off the shelf, or puts it back. */
const retire: Story = async ({ stage }, { item, details }) => {
  const status = (details[0] ?? 0) < 0.5 ? 'retired' : 'published';
  await stage.doAtOnce(() => stage.change('courses', ITEMS[item].id, { status }));
};

const timer =
  (name: string): Story =>
  async ({ stage }, { details }) => {
    const runs = (details[0] ?? 0) < 0.3 ? 2 : 1;
    // A failing run of a timer is begun again by the platform (F3), and two may run at once.
    await Promise.all(Array.from({ length: runs }, () => stage.runTimer(name)));
  };

const eraseAccount: Story = async (phone) => {
  await phone.tap('manageMyData', { action: 'erase', confirm: '注销' });
};

export const HAPPENING = {
  strayCallback,
  reprice,
  retire,
  changeShare,
  eraseAccount,
  closeUnpaidOrders: timer('closeUnpaidOrders'),
  submitRefunds: timer('submitRefunds'),
  deliverOutbox: timer('deliverOutbox'),
  keepBooks: timer('keepBooks'),
} satisfies Record<string, Story>;
