import type { CourseCard } from '../../../shared/catalogue/contract';
import { call, type Question } from '../../lib/call';
import { takeCategoryWish } from '../../lib/categoryWish';
import { recordEvent } from '../../lib/events';
import { emptyList, loadList, loadMore } from '../../lib/pagedList';
import { loading } from '../../lib/pageState';
import { forgetSearches, rememberSearch, searchHistory } from '../../lib/searchHistory';
import { loadShopFront, type Category } from '../../lib/shopFront';

type Search = Question<'searchCourses'>;
type Sort = NonNullable<Search['sort']>;
type TapOn<Data> = { currentTarget: { dataset: Data } };

const SORTS = [
  { sort: 'newest', word: '最新' },
  { sort: 'popular', word: '最热' },
  { sort: 'cheapest', word: '价格' },
] as const;

/** Finding a course: by keyword, by category, in an order of one's choice. */
Page({
  data: {
    ...emptyList<CourseCard>(),
    sorts: SORTS,
    sort: 'newest' as Sort,
    categories: [] as Category[],
    categoryId: '',
    typed: '',
    keyword: '',
    typing: false,
    history: [] as string[],
  },

  onLoad() {
    recordEvent({ name: 'page_view', page: 'discover' });
    this.setData({ categoryId: takeCategoryWish() ?? '', history: searchHistory() });
    void this.loadCategories();
    void this.search();
  },

  onShow() {
    const categoryId = takeCategoryWish();
    if (categoryId) this.narrow({ categoryId, keyword: '', typed: '' });
  },

  async loadCategories() {
    const reply = await loadShopFront();
    if (reply.ok) this.setData({ categories: reply.data.categories });
  },

  fetch(cursor?: string) {
    const { keyword, categoryId, sort } = this.data;
    return call('searchCourses', {
      sort,
      ...(keyword && { keyword }),
      ...(categoryId && { categoryId }),
      ...(cursor && { cursor }),
    });
  },

  search() {
    return loadList(this, (cursor) => this.fetch(cursor));
  },

  narrow(change: Partial<{ categoryId: string; keyword: string; typed: string; sort: Sort }>) {
    this.setData({ ...change, ...loading, typing: false });
    void this.search();
  },

  async onPullDownRefresh() {
    await this.search();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void loadMore(this, (cursor) => this.fetch(cursor));
  },

  chooseCategory({ currentTarget }: TapOn<{ category: string }>) {
    this.narrow({ categoryId: currentTarget.dataset.category });
  },

  chooseSort({ currentTarget }: TapOn<{ sort: Sort }>) {
    this.narrow({ sort: currentTarget.dataset.sort });
  },

  startTyping() {
    this.setData({ typing: true });
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
  },

  submit() {
    const keyword = this.data.typed.trim().slice(0, 40);
    if (keyword) this.setData({ history: rememberSearch(keyword) });
    this.narrow({ keyword });
  },

  searchAgain({ currentTarget }: TapOn<{ keyword: string }>) {
    this.setData({ typed: currentTarget.dataset.keyword });
    this.submit();
  },

  stopTyping() {
    this.setData({ typing: false, typed: this.data.keyword });
  },

  clear() {
    this.narrow({ typed: '', keyword: '' });
  },

  forget() {
    forgetSearches();
    this.setData({ history: [] });
  },

  seeAll() {
    this.narrow({ typed: '', keyword: '', categoryId: '' });
  },
});
