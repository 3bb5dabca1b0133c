/** The same text however it is typed: letter case and full-width forms make no difference. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** More words than this in one search are no search any more. */
const MAX_WORDS = 6;

/** What a course is found by: everything a person might remember of it. */
export const searchTextOf = (course: {
  readonly title: string;
  readonly subtitle: string;
  readonly teacherName: string;
  readonly categoryName: string;
}): string =>
  fold([course.title, course.subtitle, course.teacherName, course.categoryName].join(' '));

/** The words of a search, folded like the text they are looked for in; a course must contain all of them. */
export const wordsOf = (keyword: string): string[] => [
  ...new Set(
    fold(keyword)
      .split(/[\s,，、。;；!！?？]+/u)
      .filter(Boolean)
      .slice(0, MAX_WORDS),
  ),
];
