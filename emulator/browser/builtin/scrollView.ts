import { anything, flag, text, type Builtin, type BuiltinNode } from './builtin';
import { toPx } from './length';

const DEFAULT_THRESHOLD = 50;

/** `<scroll-view>`: a box that scrolls, with threshold events and scroll-into-view. */
export const scrollView: Builtin = {
  tag: 'scroll-view',
  properties: {
    scrollX: flag(),
    scrollY: flag(),
    upperThreshold: anything(),
    lowerThreshold: anything(),
    scrollTop: anything(),
    scrollLeft: anything(),
    scrollIntoView: text(),
    scrollIntoViewAlignment: text('start'),
    scrollWithAnimation: flag(),
    enableFlex: flag(),
    enhanced: flag(),
    showScrollbar: flag(true),
    refresherEnabled: flag(),
    refresherTriggered: flag(),
    refresherThreshold: anything(),
    refresherDefaultStyle: text(),
    refresherBackground: text(),
    type: text(),
    throttle: flag(true),
    enableBackToTop: flag(),
    scrollAnchoring: flag(),
    pagingEnabled: flag(),
    bounces: flag(true),
    fastDeceleration: flag(),
    usingSticky: flag(),
    enablePassive: anything(),
  },
  create(node) {
    const { host } = node;
    const behavior = (): ScrollBehavior => (node.flag('scrollWithAnimation') ? 'smooth' : 'auto');
    const later = (scroll: () => void): void => void requestAnimationFrame(scroll);
    const toggle = (name: string) => (on: boolean) => host.classList.toggle(name, Boolean(on));
    host.addEventListener('scroll', scrollReporter(node), { passive: true });
    return {
      changed: {
        scrollX: toggle('scrolls-x'),
        scrollY: toggle('scrolls-y'),
        enableFlex: toggle('flex'),
        showScrollbar: (shown: boolean) => host.classList.toggle('bare', !shown),
        scrollTop: (top: unknown) =>
          later(() => host.scrollTo({ top: toPx(top), behavior: behavior() })),
        scrollLeft: (left: unknown) =>
          later(() => host.scrollTo({ left: toPx(left), behavior: behavior() })),
        scrollIntoView: (id: string) =>
          later(() => {
            if (id) scrollTo(host, host.querySelector(`#${CSS.escape(id)}`), behavior());
          }),
      },
    };
  },
};

/** Scrolls only this box: scrollIntoView() would move the page around it as well. */
function scrollTo(host: HTMLElement, target: Element | null, behavior: ScrollBehavior): void {
  if (!target) return;
  const from = host.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  const top = host.scrollTop + to.top - from.top;
  const left = host.scrollLeft + to.left - from.left;
  host.scrollTo({ top, left, behavior });
}

function scrollReporter(node: BuiltinNode): () => void {
  let last = { top: 0, left: 0 };
  let atStart = true;
  let atEnd = false;
  return () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = node.host;
    const deltas = { deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop };
    last = { top: scrollTop, left: scrollLeft };
    node.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...deltas });
    const { before, after, names } = distances(node);
    const nearStart = before <= node.number('upperThreshold', DEFAULT_THRESHOLD);
    const nearEnd = after <= node.number('lowerThreshold', DEFAULT_THRESHOLD);
    if (nearStart && !atStart) node.fire('scrolltoupper', { direction: names[0] });
    if (nearEnd && !atEnd) node.fire('scrolltolower', { direction: names[1] });
    atStart = nearStart;
    atEnd = nearEnd;
  };
}

function distances(node: BuiltinNode): { before: number; after: number; names: [string, string] } {
  const { host } = node;
  if (node.flag('scrollY')) {
    const after = host.scrollHeight - host.clientHeight - host.scrollTop;
    return { before: host.scrollTop, after, names: ['top', 'bottom'] };
  }
  const after = host.scrollWidth - host.clientWidth - host.scrollLeft;
  return { before: host.scrollLeft, after, names: ['left', 'right'] };
}
