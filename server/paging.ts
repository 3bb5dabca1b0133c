import {
  above,
  below,
  many,
  type Database,
  type Document,
  type Read,
  type Where,
} from './database';

/** A list that is read in pages: newest (largest) first, or smallest first; ids decide between equals. */
export type Listing = {
  readonly collection: string;
  readonly where: Where;
  /** A field of whole numbers; an index must end with it and `_id`. */
  readonly sortBy: string;
  readonly direction?: 'asc' | 'desc';
  readonly size: number;
  readonly fields?: readonly string[];
};

/** Where a page ended: the sort value and the id of its last document. */
export type Place = { readonly value: number; readonly id: string };

export type Page<Item> = { readonly items: Item[]; readonly next?: string };

/** Reads a cursor that the contract has already found well formed; undefined is the first page. */
export const pageAfter = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return undefined;
  const dot = cursor.indexOf('.');
  return { value: Number(cursor.slice(0, dot)), id: cursor.slice(dot + 1) };
};

/** The first page follows a place before everything. */
const BEFORE_ALL: Readonly<Record<'asc' | 'desc', Place>> = {
  desc: { value: Number.MAX_SAFE_INTEGER, id: '' },
  asc: { value: Number.MIN_SAFE_INTEGER, id: '' },
};

/**
 * The two reads of a page, for `together`: documents that share the last value and follow it by id, and those
 * beyond that value. However many share a value, none is left out and none comes twice.
 */
export const pageReads = <Doc extends Document>(
  { collection, where, sortBy, direction = 'desc', size, fields }: Listing,
  cursor?: string,
): { tied: Read<Doc, true>; beyond: Read<Doc, true> } => {
  const place = pageAfter(cursor) ?? BEFORE_ALL[direction];
  const past = direction === 'desc' ? below : above;
  const options = { limit: size + 1, ...(fields && { fields }) };
  return {
    tied: many<Doc>(
      collection,
      { ...where, [sortBy]: place.value, _id: past(place.id) },
      { ...options, orderBy: [['_id', direction]] },
    ),
    beyond: many<Doc>(
      collection,
      { ...where, [sortBy]: past(place.value) },
      {
        ...options,
        orderBy: [
          [sortBy, direction],
          ['_id', direction],
        ],
      },
    ),
  };
};

/** Cuts a page out of rows in order, of which at least one more than `size` was asked for. */
export const pageOf = <Row>(
  rows: readonly Row[],
  size: number,
  placeOf: (row: Row) => readonly [value: number, id: string],
): Page<Row> => {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return rows.length > size && last !== undefined
    ? { items, next: placeOf(last).join('.') }
    : { items };
};

/** The page that the two reads of `pageReads` found. */
export const pageFrom = <Doc extends Document>(
  { sortBy, size }: Listing,
  { tied, beyond }: { tied: readonly Doc[]; beyond: readonly Doc[] },
): Page<Doc> =>
  pageOf([...tied, ...beyond], size, (doc) => [
    (doc as unknown as Readonly<Record<string, number>>)[sortBy] ?? 0,
    doc._id,
  ]);

/** A page of a listing in one round trip. */
export const readPage = async <Doc extends Document>(
  db: Database,
  listing: Listing,
  cursor?: string,
): Promise<Page<Doc>> => pageFrom(listing, await db.together(pageReads<Doc>(listing, cursor)));

/** The same page with every item shown another way. */
export const mapPage = <Item, Shown>(
  { items, ...rest }: Page<Item>,
  show: (item: Item) => Shown,
): Page<Shown> => ({ items: items.map(show), ...rest });
