import { searchTextOf } from '../../../shared/catalogue/searchText';
import { arePricesPossible } from '../../../shared/pricing/coursePrices';
import { fail, ok, type Result } from '../../../shared/result';
import { openidOf } from '../../caller';
import type { Course } from '../../catalogue/course';
import type { ShopSettings } from '../../shop/settings';
import { acceptUpload } from '../uploads';
import type { Change, Desk, EditInput, Refusal } from './edit';

/** What a teacher says of a course. */
export type CourseFields = Omit<
  Extract<EditInput, { action: 'change' }>,
  'action' | 'courseId' | 'version'
>;

/** Forum text is WeChat's nearest scene to a course's description. */
const SCENE = 3;

/** Who teaches a course and what the shop calls its categories: part of what it is found by. */
type Around = { readonly teacherName: string; readonly shop: ShopSettings };

/** What the fields say of a course; only named fields are ever taken from what a phone sent. */
export const described = (fields: CourseFields, { teacherName, shop }: Around) => {
  const { title, subtitle, introduction, categoryId = '', cover, seatCap } = fields;
  const categoryName = nameOf(shop, categoryId) ?? '';
  return {
    title,
    subtitle,
    introduction,
    categoryId,
    price: fields.price,
    ...(fields.sale && { sale: fields.sale }),
    ...(fields.memberPrice !== undefined && { memberPrice: fields.memberPrice }),
    memberFree: fields.memberFree,
    searchText: searchTextOf({ title, subtitle, teacherName, categoryName }),
    ...(cover !== undefined && { cover }),
    ...(seatCap !== undefined && { seatCap }),
  };
};

/** What the fields change of a course: what they do not name any more is taken away. */
export const changeBy = (fields: CourseFields, around: Around): Change => ({
  set: described(fields, around),
  unset: (['cover', 'seatCap', 'sale', 'memberPrice'] as const).filter(
    (field) => fields[field] === undefined,
  ),
});

/** Checks what is new in the fields: the category is there, prices can be asked, the cover is a picture of the caller's, the words are decent. */
export const checkFields = async (
  fields: CourseFields,
  before: Course | undefined,
  desk: Desk,
): Promise<Result<unknown, Refusal>> => {
  const { categoryId } = fields;
  if (categoryId !== undefined && nameOf(desk.shop, categoryId) === undefined) {
    return fail('NOT_FOUND');
  }
  if (!arePricesPossible(fields)) return fail('PRICE_NOT_POSSIBLE');
  const words = wordsOf(fields);
  const areOld = before !== undefined && words === wordsOf(before);
  const [decent, picture] = await Promise.all([
    areOld ? ok(true) : checkWords(words, desk),
    checkCover(fields.cover, before?.cover, desk),
  ]);
  return decent.ok ? picture : decent;
};

const checkCover = async (
  cover: string | undefined,
  before: string | undefined,
  desk: Desk,
): Promise<Result<unknown, Refusal>> =>
  cover === undefined || cover === before ? ok(true) : acceptUpload(cover, 'cover', desk);

/** Asks WeChat about words a teacher wrote; anything but a pass refuses them. */
export const checkWords = async (
  words: string,
  { contentCheck, caller }: Pick<Desk, 'contentCheck' | 'caller'>,
): Promise<Result<true, 'CONTENT_REJECTED'>> =>
  (await contentCheck.text(openidOf(caller), SCENE, words)) === 'pass'
    ? ok(true)
    : fail('CONTENT_REJECTED');

const wordsOf = ({ title, subtitle, introduction }: CourseFields | Course): string =>
  [title, subtitle, introduction].join('\n');

const nameOf = ({ categories }: ShopSettings, wanted: string): string | undefined =>
  categories.find(({ categoryId }) => categoryId === wanted)?.name;
