import type { getHome } from '../../shared/catalogue/contract';
import type { Output } from '../../shared/contract';
import type { ShopSettings } from '../shop/settings';
import { cardsOf, type SeatsTaken } from './card';
import type { CourseInList } from './courses';

type Home = Output<typeof getHome>;

/** The courses an admin put on the home page, in banners or on the first shelf. */
export const featuredIds = ({ banners, recommended }: ShopSettings): string[] => [
  ...new Set([...banners.map(({ courseId }) => courseId), ...recommended]),
];

/** The banners whose course is on sale and has a cover to show. */
export const bannersOf = (
  { banners }: ShopSettings,
  courses: readonly CourseInList[],
): Home['banners'] =>
  banners.flatMap(({ courseId, title }) => {
    const image = courses.find(({ _id }) => _id === courseId)?.cover;
    return image ? [{ courseId, title, image }] : [];
  });

type Shelves = Readonly<Record<'chosen' | 'newest' | 'popular' | 'free', readonly CourseInList[]>>;

/** The shelves of the home page, without the empty ones. */
export const shelvesOf = (
  { chosen, newest, popular, free }: Shelves,
  { shop, pools, now }: { shop: ShopSettings; pools: readonly SeatsTaken[]; now: number },
): Home['shelves'] => {
  const recommended = shop.recommended.flatMap((courseId) =>
    chosen.filter(({ _id }) => _id === courseId),
  );
  return [
    { title: '推荐', courses: recommended },
    { title: '最新上架', courses: newest },
    { title: '大家都在学', courses: popular },
    { title: '免费体验', courses: free },
  ]
    .filter(({ courses }) => courses.length > 0)
    .map(({ title, courses }) => ({ title, courses: cardsOf(courses, { pools, now }) }));
};
