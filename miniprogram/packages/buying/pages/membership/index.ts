import { call, type Answer } from '../../../../lib/call';
import { recordEvent } from '../../../../lib/events';
import { day } from '../../../../lib/format';
import { openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { sayWhy } from '../../../../lib/say';
import { requireLogin } from '../../../../lib/session';

type Plan = Answer<'getMemberships'>['plans'][number];
type Shown = Plan & { readonly extendsTo: string };

const DAY_MS = 24 * 60 * 60_000;

/** Memberships follow one another: one bought before the end begins at the end. */
const shownOf = (plan: Plan, until: number, now: number): Shown => ({
  ...plan,
  extendsTo: day(Math.max(until, now) + plan.days * DAY_MS),
});
type TapOn<Data> = { currentTarget: { dataset: Data } };

/** The membership plans, what they open, and until when the caller is a member. */
Page({
  data: {
    ...loading,
    plans: [] as Shown[],
    chosen: 0,
    until: '',
    freeCourseCount: 0,
  },

  onLoad() {
    recordEvent({ name: 'page_view', page: 'membership' });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const reply = await call('getMemberships', {});
    if (!reply.ok) return this.data.plans.length ? sayWhy(reply) : this.setData(failed(reply));
    const { plans, until = 0, freeCourseCount } = reply.data;
    const now = Date.now();
    this.setData({
      ...ready,
      plans: plans.map((plan) => shownOf(plan, until, now)),
      freeCourseCount,
      until: until > now ? day(until) : '',
    });
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  choose({ currentTarget }: TapOn<{ index: number }>) {
    this.setData({ chosen: currentTarget.dataset.index });
  },

  async buy() {
    const plan = this.data.plans[this.data.chosen];
    if (plan && (await requireLogin())) {
      openPage(pages.confirm, { kind: 'membership', id: plan.planId });
    }
  },

  browse() {
    openPage(pages.discover);
  },
});
