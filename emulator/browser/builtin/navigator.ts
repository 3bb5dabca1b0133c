import { anything, number, text, type Builtin, type BuiltinNode } from './builtin';

const METHODS: Readonly<Record<string, 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
};

/** `<navigator>`: a tap goes where its url and open-type say. */
export const navigator: Builtin = {
  tag: 'navigator',
  properties: {
    target: text('self'),
    url: text(),
    openType: text('navigate'),
    delta: number(1),
    appId: text(),
    path: text(),
    extraData: anything(),
    version: text(),
    shortLink: text(),
    hoverClass: text('navigator-hover'),
  },
  create(node) {
    node.host.setAttribute('role', 'link');
    node.host.tabIndex = 0;
    node.onTap(() => follow(node));
    return {};
  },
};

function follow(node: BuiltinNode): void {
  const openType = node.text('openType');
  if (openType === 'navigateBack') {
    window.wx.navigateBack({ delta: node.number('delta', 1) });
    return;
  }
  const method = METHODS[openType];
  if (!method)
    throw new Error(`<navigator open-type="${openType}"> is not provided by the browser host`);
  window.wx[method]({
    url: node.text('url'),
    success: (result: unknown) => node.fire('success', result),
    fail: (error: unknown) => node.fire('fail', error),
    complete: () => node.fire('complete'),
  });
}
