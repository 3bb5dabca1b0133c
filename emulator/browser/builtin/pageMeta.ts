import { browserStyle } from '../runtime/backend';
import { elementOfNode, type Instance } from '../runtime/engine';
import { anything, text, type Builtin, type BuiltinNode } from './builtin';
import type { Host } from '../runtime/host';
import type { Page } from '../runtime/page';

/** The page a built-in stands on; found once it is attached. */
function pageOf(node: BuiltinNode, host: Host): Page | undefined {
  const root = node.host.closest('wx-page');
  const element = root && elementOfNode(root);
  return element ? host.router.pageOf(element.getMethodCaller?.() as Instance) : undefined;
}

/** `<page-meta>`: styles and colours of its page. */
export const pageMeta: Builtin = {
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: text(),
    backgroundColor: text(),
    pageStyle: text(),
    rootFontSize: text(),
    scrollTop: anything(),
    pageFontSize: text(),
  },
  create(node, host) {
    const root = (): HTMLElement | null => node.host.closest('wx-page');
    return {
      changed: {
        pageStyle: (style: string) => root()?.setAttribute('style', browserStyle(style)),
        backgroundColor: (color: string) => {
          if (root()) (root() as HTMLElement).style.backgroundColor = color;
        },
        scrollTop: (top: string | number) =>
          pageOf(node, host)?.scroller.scrollTo({ top: Number.parseFloat(String(top)) }),
      },
    };
  },
};

/** `<navigation-bar>`: title and colours of its page's bar. */
export const navigationBar: Builtin = {
  tag: 'navigation-bar',
  properties: { title: text(), loading: anything(), frontColor: text(), backgroundColor: text() },
  create(node, host) {
    const bar = (): Page['parts']['bar'] | undefined => pageOf(node, host)?.parts.bar;
    return {
      changed: {
        title: (title: string) => bar()?.setTitle(title),
        loading: (loading: boolean) => bar()?.setLoading(loading),
        frontColor: (color: string) => bar()?.setColors(color),
        backgroundColor: (color: string) => bar()?.setColors(undefined, color),
      },
    };
  },
};
