import type { Refusal } from './call';
import { failed, loading, ready, type PageState } from './pageState';
import { sayWhy } from './say';

/** The data of a page that lists something in parts. */
export type ListData<Item> = PageState & {
  items: Item[];
  /** The cursor of the following part; empty at the end. */
  next: string;
  loadingMore: boolean;
};

/** The data such a page starts with. */
export const emptyList = <Item>(): ListData<Item> => ({
  ...loading,
  items: [],
  next: '',
  loadingMore: false,
});

/** Some of a list, and the cursor of what follows. */
export type Part<Item> = { readonly items: readonly Item[]; readonly next?: string | undefined };
type PartOr<Item> = { readonly ok: true; readonly data: Part<Item> } | Refusal;
type Fetch<Item> = (cursor: string | undefined) => Promise<PartOr<Item>>;

/** A page, as far as its list is concerned. */
export type ListPage = {
  data: ListData<unknown>;
  setData(change: Record<string, unknown>): void;
};

/** A part with its items as the page shows them; a refusal stays what it is. */
export const shownAs = <Item, Shown>(
  reply: PartOr<Item>,
  show: (item: Item) => Shown,
): PartOr<Shown> => {
  if (!reply.ok) return reply;
  const { items, next } = reply.data;
  return { ok: true, data: { items: items.map(show), next } };
};

/** So that a tab with few things among many does not ask for ever. */
const MOST_PARTS = 5;

/** The next part that holds something a tab shows, where the server lists more than that in one row. */
export const partsUntilSome = async <Item>(
  fetch: Fetch<Item>,
  shows: (item: Item) => boolean,
  from?: string,
): Promise<PartOr<Item>> => {
  let cursor = from;
  for (let parts = 1; ; parts += 1) {
    const reply = await fetch(cursor);
    if (!reply.ok) return reply;
    const { next } = reply.data;
    const items = reply.data.items.filter(shows);
    if (items.length > 0 || !next || parts === MOST_PARTS)
      return { ok: true, data: { items, next } };
    cursor = next;
  }
};

/** Rounds of loading by page: an answer to an earlier round, overtaken by a change of tab or search, is dropped. */
const rounds = new WeakMap<object, number>();

/** Shows the first part. A list that is already shown stays until the new one is there. */
export const loadList = async <Item>(page: ListPage, fetch: Fetch<Item>): Promise<void> => {
  const round = (rounds.get(page) ?? 0) + 1;
  rounds.set(page, round);
  if (page.data.status === 'failed') page.setData(loading);
  const reply = await fetch(undefined);
  if (rounds.get(page) !== round) return;
  if (!reply.ok) return page.setData(failed(reply));
  const { items, next = '' } = reply.data;
  page.setData({ ...ready, items, next, loadingMore: false });
};

/** Adds the following part, if there is one and none is on its way. */
export const loadMore = async <Item>(page: ListPage, fetch: Fetch<Item>): Promise<void> => {
  const { next, loadingMore, items } = page.data;
  if (!next || loadingMore) return;
  const round = rounds.get(page);
  page.setData({ loadingMore: true });
  const reply = await fetch(next);
  if (rounds.get(page) !== round) return;
  if (!reply.ok) {
    page.setData({ loadingMore: false });
    return sayWhy(reply);
  }
  page.setData({ ...appended(items.length, reply.data), loadingMore: false });
};

/** Path-wise, so that what is already shown does not cross to the view layer again. */
const appended = <Item>(
  from: number,
  { items, next = '' }: Part<Item>,
): Record<string, unknown> => ({
  ...Object.fromEntries(items.map((item, index) => [`items[${from + index}]`, item])),
  next,
});
