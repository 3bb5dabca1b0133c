import type { Refusal } from '../../../miniprogram/lib/call';
import { emptyList, loadList, loadMore } from '../../../miniprogram/lib/pagedList';

type Part = { ok: true; data: { items: string[]; next?: string } } | Refusal;

const listPage = () => {
  const page = {
    data: emptyList<unknown>(),
    changes: [] as object[],
    setData(change: object) {
      page.changes.push(change);
      Object.assign(page.data, change);
    },
  };
  return page;
};
const part = (items: string[], next?: string): Part => ({
  ok: true,
  data: { items, ...(next && { next }) },
});
const lost: Part = { ok: false, code: 'NETWORK', message: '网络不太顺畅' };

describe('a list in parts', () => {
  it('S30: asks for the following part by its cursor, and sends only what is new to the screen', async () => {
    const page = listPage();
    await loadList(page, async () => part(['a', 'b'], '2.b'));
    const cursors: unknown[] = [];
    await loadMore(page, async (cursor) => {
      cursors.push(cursor);
      return part(['c']);
    });
    expect(cursors).toEqual(['2.b']);
    expect(page.changes.at(-1)).toEqual({ 'items[2]': 'c', next: '', loadingMore: false });
  });

  it('asks once while a part is on its way, and not after the last', async () => {
    const page = listPage();
    await loadList(page, async () => part(['a'], '1.a'));
    let asked = 0;
    const more = async () => {
      asked += 1;
      return part(['b']);
    };
    await Promise.all([loadMore(page, more), loadMore(page, more)]);
    await loadMore(page, more);
    expect(asked).toBe(1);
  });

  it('drops an answer that a later question has overtaken', async () => {
    const page = listPage();
    let answer: (reply: Part) => void = () => undefined;
    const late = new Promise<Part>((resolve) => (answer = resolve));
    const first = loadList(page, () => late);
    await loadList(page, async () => part(['new']));
    answer(part(['old']));
    await first;
    expect(page.data.items).toEqual(['new']);
  });

  it('S8: says so when the network is away', async () => {
    const page = listPage();
    await loadList(page, async () => lost);
    expect(page.data).toMatchObject({ status: 'failed', message: '网络不太顺畅' });
  });
});
