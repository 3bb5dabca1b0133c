const KEY = 'searchHistory';
const KEPT = 10;

/** What was searched for on this phone, latest first. */
export const searchHistory = (): string[] => {
  const stored: unknown = wx.getStorageSync(KEY);
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
};

/** Puts a keyword in front, and answers with the list. */
export const rememberSearch = (keyword: string): string[] => {
  const others = searchHistory().filter((each) => each !== keyword);
  const history = [keyword, ...others].slice(0, KEPT);
  wx.setStorageSync(KEY, history);
  return history;
};

/** Forgets all of it. */
export const forgetSearches = (): void => {
  wx.removeStorageSync(KEY);
};
