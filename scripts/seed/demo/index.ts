import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { namesOf, type User } from '../../../server/accounts/user';
import type { Category } from '../../../server/shop/settings';
import { NO_RIGHTS } from '../../../shared/access/rights';
import { addOnce, setFields } from '../documents';
import type { Environment } from '../environment';
import { CATEGORIES } from './categories';
import { demoCoupons } from './coupons';
import { courseDocuments } from './courseDocuments';
import { COURSES, type DemoCourse } from './courses';
import { categoryIdOf, courseIdOf, demoId, personId } from './demoIds';
import { PEOPLE } from './people';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Fills an environment with the demo shop: people, coupons, courses and their media. */
export const seedDemo = async (environment: Environment, root: string): Promise<void> => {
  const opened = Date.now() - 40 * DAY_MS;
  const folder = join(root, 'scripts/seed/demo');
  await Promise.all(PEOPLE.map((person) => addOnce(environment, 'users', userOf(person, opened))));
  await Promise.all(demoCoupons(opened).map((coupon) => addOnce(environment, 'coupons', coupon)));
  await Promise.all(
    COURSES.map((course, index) =>
      seedCourse(environment, { course, folder, at: opened + index * 3 * DAY_MS }),
    ),
  );
};

/** Gives the demo shop its name, categories, banners and membership plans. */
export const arrangeDemo = (environment: Environment): Promise<void> =>
  setFields(environment, { collection: 'settings', id: 'shop', fields: SHOP });

type Person = (typeof PEOPLE)[number];

const userOf = ({ openid, role, nickname, introduction }: Person, joinedAt: number): User => ({
  _id: personId(openid),
  openids: [openid],
  role,
  rights: NO_RIGHTS,
  nickname,
  names: namesOf(nickname),
  introduction,
  joinedAt,
});

type Place = { readonly course: DemoCourse; readonly folder: string; readonly at: number };

const seedCourse = async (environment: Environment, { course, folder, at }: Place) => {
  const upload = (cloudPath: string, file: string) =>
    uploadFile(environment, { cloudPath, path: join(folder, 'media', file) });
  const cover = await upload(`images/demo/${course.key}.jpg`, `${course.key}.jpg`);
  const names = course.chapters.flatMap(({ lessons }) => lessons.flatMap(({ file }) => file ?? []));
  const files = await Promise.all(
    names.map(async (name) => [name, await upload(`content/demo/${name}`, name)] as const),
  );
  const text = (name: string) => readFileSync(join(folder, 'texts', name), 'utf8');
  const documents = courseDocuments({
    course,
    cover: cover.fileId,
    files: new Map(files),
    text,
    at,
  });
  await Promise.all(documents.lessons.map((lesson) => addOnce(environment, 'lessons', lesson)));
  await addOnce(environment, 'courses', documents.course);
};

const uploadFile = async (
  environment: Environment,
  { cloudPath, path }: { cloudPath: string; path: string },
): Promise<{ fileId: string; bytes: number }> => {
  const fileContent = readFileSync(path);
  const { fileID } = await environment.uploadFile({ cloudPath, fileContent: fileContent as never });
  if (!fileID) throw new Error(`could not upload ${basename(path)}`);
  return { fileId: fileID, bytes: fileContent.length };
};

const categories: Category[] = CATEGORIES.map(({ key, name, description, icon }) => ({
  categoryId: categoryIdOf(key),
  name,
  description,
  icon,
}));

const SHOP = {
  shopName: '知行小课',
  categories,
  banners: [
    { courseId: courseIdOf('typescript'), title: '让编译器替你把关' },
    { courseId: courseIdOf('photography'), title: '今天傍晚，去拍一张逆光' },
    { courseId: courseIdOf('first-product'), title: '免费公开课：先卖，再做' },
  ],
  affiliateShare: 1_000,
  recommended: ['typescript', 'cloudbase', 'illustration', 'solo-business'].map(courseIdOf),
  plans: [
    {
      planId: demoId('pln', 'month'),
      name: '月度会员',
      days: 30,
      price: 2_900,
      perks: ['会员课程免费学', '新课上架当天可学'],
    },
    {
      planId: demoId('pln', 'year'),
      name: '年度会员',
      days: 365,
      price: 19_900,
      perks: ['会员课程免费学', '新课上架当天可学', '一次开通，整年有效'],
    },
  ],
};
