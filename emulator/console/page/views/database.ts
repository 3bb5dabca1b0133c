import { read } from '../cloud';
import { element, jsonBlock, nothing } from '../element';
import { view } from '../view';

interface Collection {
  name: string;
  count: number;
  rule?: { read: boolean | string; write: boolean | string };
}

interface Contents {
  collections: Collection[];
  docs: Record<string, unknown>[];
}

const SHOWN_DOCUMENTS = 100;

/** Collections, and the documents of one of them. */
export const databaseView = view<Contents>({
  id: 'database',
  title: '数据库',
  load: async (name) => {
    const { collections } = await read<Pick<Contents, 'collections'>>('db');
    const path = `db/${name}?limit=${String(SHOWN_DOCUMENTS)}`;
    const { docs } = name ? await read<Pick<Contents, 'docs'>>(path) : { docs: [] };
    return { collections, docs: docs.reverse() };
  },
  draw: ({ collections, docs }, _doing, name) => {
    const list = element(
      'div',
      { class: 'card list' },
      ...collections.map((one) => link(one, name)),
    );
    const chosen = collections.find((collection) => collection.name === name);
    const right = element('div', {}, ...documents(chosen, docs));
    return [element('div', { class: 'columns' }, list, right)];
  },
});

function link({ name, count }: Collection, chosen: string): HTMLElement {
  const attributes = { href: `#database/${name}`, 'aria-current': name === chosen };
  return element('a', attributes, name, element('span', { class: 'quiet' }, String(count)));
}

function documents(collection: Collection | undefined, docs: Contents['docs']): Node[] {
  if (!collection) return [nothing('选一个集合')];
  const { rule } = collection;
  const rules = rule && `小程序端：读 ${String(rule.read)}，写 ${String(rule.write)}`;
  const head = element(
    'p',
    { class: 'quiet' },
    `${String(collection.count)} 条，新的在前。${rules ?? ''}`,
  );
  return [head, ...docs.map(documentCard)];
}

function documentCard(doc: Record<string, unknown>): HTMLElement {
  const id = String(doc['_id']);
  return element('details', { 'data-key': id }, element('summary', {}, id), jsonBlock(doc));
}
