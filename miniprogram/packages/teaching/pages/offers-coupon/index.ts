import { goBack } from '../../../../lib/navigate';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import { loadShopFront, type Category } from '../../../../lib/shopFront';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import { manageOffers } from '../../managing';
import { choicesFor, HANDOUTS, KINDS } from './choices';
import { complaintOf, couponOf, emptyForm, type CouponForm } from './couponForm';

type Changed = Tap<{ field: keyof CouponForm }> & { detail: { value: string } };

/** Making a coupon. What it takes off cannot be changed afterwards, so it is said once more before. */
Page({
  data: {
    requestId: requestId(),
    admin: false,
    kinds: KINDS,
    handouts: HANDOUTS,
    choices: choicesFor('teacher'),
    categories: [] as Category[],
    chosen: {} as Record<string, boolean>,
    form: emptyForm(Date.now()),
    picking: false,
    saving: false,
  },

  async onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    const admin = detail.me.role === 'admin';
    this.setData({ admin, choices: choicesFor(detail.me.role) });
    const front = admin ? await loadShopFront() : undefined;
    if (front?.ok) this.setData({ categories: front.data.categories });
  },

  onChange({ currentTarget, detail }: Changed) {
    this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value });
    warnBeforeLeaving(true);
  },

  onPickTap() {
    this.setData({ picking: true });
  },

  onPickClose() {
    this.setData({ picking: false });
  },

  onPick({ detail }: WechatMiniprogram.CustomEvent<{ courseId: string; title: string }>) {
    const others = this.data.form.courses.filter(({ id }) => id !== detail.courseId);
    const courses = [...others, { id: detail.courseId, word: detail.title }];
    this.setData({ picking: false, 'form.courses': courses });
  },

  onUnpick({ currentTarget }: Tap<{ id: string }>) {
    const courses = this.data.form.courses.filter(({ id }) => id !== currentTarget.dataset.id);
    this.setData({ 'form.courses': courses });
  },

  onCategoryTap({ currentTarget }: Tap<{ id: string }>) {
    const { id } = currentTarget.dataset;
    const { categories } = this.data.form;
    const now = categories.includes(id)
      ? categories.filter((each) => each !== id)
      : [...categories, id];
    const chosen = Object.fromEntries(now.map((each) => [each, true]));
    this.setData({ 'form.categories': now, chosen });
  },

  async onSaveTap() {
    const complaint = complaintOf(this.data.form);
    if (complaint) return say(complaint);
    if (this.data.saving) return;
    const sure = await askFirst('发布后，优惠内容和适用范围不能再改，只能停发。', { yes: '发布' });
    if (sure) await this.make();
  },

  async make() {
    this.setData({ saving: true });
    const { requestId: number, form } = this.data;
    const reply = await manageOffers<'coupons'>({
      action: 'makeCoupon',
      requestId: number,
      ...couponOf(form),
    });
    this.setData({ saving: false });
    if (!reply.ok) {
      if (reply.code !== 'NETWORK') this.setData({ requestId: requestId() });
      return sayWhy(reply);
    }
    warnBeforeLeaving(false);
    say('优惠券已发布');
    goBack();
  },
});
