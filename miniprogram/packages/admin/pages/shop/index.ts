import { call, type Answer } from '../../../../lib/call';
import { failed, loading, ready } from '../../../../lib/pageState';
import type { Step } from '../../../../lib/reorder';
import { say } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import { saveShop } from '../../shopParts';
import { shownTitles, titlesOf } from './courseTitles';
import {
  EMPTY_HOME,
  problemOf,
  refusalOf,
  saveQuestion,
  withMove,
  withoutPlace,
  withPlace,
  type HomeForm,
  type Place,
  type RowName,
} from './homeForm';

type Categories = Answer<'manageShop'>['categories'];
type PlaceTap = Tap<{ row: RowName; index: number; step: Step }>;

const ROWS: readonly { readonly row: RowName; readonly word: string; readonly none: string }[] = [
  { row: 'banners', word: '轮播图', none: '首页顶部还没有轮播图' },
  { row: 'recommended', word: '推荐课程', none: '还没有推荐课程' },
];

/** The shop's front as its owner arranges it: name, banners, recommended courses, categories. */
Page({
  data: {
    ...loading,
    rows: ROWS,
    form: EMPTY_HOME,
    categories: [] as Categories,
    problem: '',
    picking: '' as RowName | '',
    unsaved: false,
    saving: false,
  },

  async load() {
    this.setData(loading);
    const [reply, shown] = await Promise.all([
      call('manageShop', { action: 'read' }),
      shownTitles(),
    ]);
    if (!reply.ok) return this.setData(failed(reply));
    const { shopName, banners, recommended, categories } = reply.data;
    const titles = await titlesOf(recommended, shown);
    const places = recommended.map((courseId, at) => ({ courseId, title: titles[at] ?? '' }));
    this.setData({ ...ready, categories, form: { shopName, banners, recommended: places } });
  },

  edit(form: HomeForm) {
    this.setData({ form, problem: '', unsaved: true });
    warnBeforeLeaving(true);
  },

  onNameInput({ detail }: WechatMiniprogram.Input) {
    this.edit({ ...this.data.form, shopName: detail.value });
  },

  onBannerInput({
    currentTarget,
    detail,
  }: WechatMiniprogram.Input<WechatMiniprogram.IAnyObject, { index: number }>) {
    const { index } = currentTarget.dataset;
    const { form } = this.data;
    const banners = form.banners.map((banner, at) =>
      at === index ? { ...banner, title: detail.value } : banner,
    );
    this.edit({ ...form, banners });
  },

  onMoveTap({ currentTarget }: PlaceTap) {
    const { row, index, step } = currentTarget.dataset;
    this.edit(withMove(this.data.form, row, { index, step }));
  },

  onRemoveTap({ currentTarget }: PlaceTap) {
    const { row, index } = currentTarget.dataset;
    this.edit(withoutPlace(this.data.form, row, index));
  },

  onAddTap({ currentTarget }: PlaceTap) {
    this.setData({ picking: currentTarget.dataset.row });
  },

  onPickerClose() {
    this.setData({ picking: '' });
  },

  onPick({ detail }: WechatMiniprogram.CustomEvent<Place>) {
    const { picking, form } = this.data;
    if (!picking) return;
    const refusal = refusalOf(form, picking, detail.courseId);
    if (refusal) return say(refusal);
    this.setData({ picking: '' });
    this.edit(withPlace(form, picking, detail));
  },

  onCategoriesChange({ detail }: WechatMiniprogram.CustomEvent<{ categories: Categories }>) {
    this.setData({ categories: detail.categories });
  },

  async onSaveTap() {
    const problem = problemOf(this.data.form);
    this.setData({ problem });
    if (problem) return say(problem);
    await saveShop(this, saveQuestion(this.data.form));
  },
});
