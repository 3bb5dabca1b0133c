/** What WeChat has around every page and miniprogram-simulate has not. */
const surroundings = {
  App: () => undefined,
  getApp: () => ({}),
  getCurrentPages: () => [],
};

Object.assign(globalThis, surroundings);
