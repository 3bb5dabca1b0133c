import { element } from '../runtime/dom';
import { toPx } from './length';
import { anything, flag, number, text, type Builtin, type BuiltinNode } from './builtin';

const SETTLE_MS = 80;

/** The moving parts of one `<swiper>`: a snapping scroller, dots and the autoplay timer. */
class Carousel {
  private index = 0;
  private cause = '';
  private autoplay = 0;
  private settling = 0;
  private readonly dots = element('div', { class: 'swiper-dots' });
  private track: HTMLElement | null = null;
  private observer: MutationObserver | null = null;

  constructor(private readonly node: BuiltinNode) {}

  start(): void {
    const { host } = this.node;
    this.track = host.querySelector<HTMLElement>('.swiper-track');
    host.append(this.dots);
    host.classList.toggle('vertical', this.node.flag('vertical'));
    this.showNeighbours();
    this.track?.addEventListener('scroll', () => this.onScroll(), { passive: true });
    this.observer = new MutationObserver(() => this.draw());
    if (this.track) this.observer.observe(this.track, { childList: true });
    requestAnimationFrame(() => {
      this.draw();
      this.show(this.node.number('current'), false);
    });
    this.play();
  }

  stop(): void {
    clearInterval(this.autoplay);
    clearTimeout(this.settling);
    this.observer?.disconnect();
  }

  play(): void {
    clearInterval(this.autoplay);
    if (this.node.flag('autoplay')) {
      this.autoplay = window.setInterval(() => this.next(), this.node.number('interval', 5000));
    }
  }

  draw(): void {
    const active = this.node.text('indicatorActiveColor');
    const color = this.node.text('indicatorColor');
    this.dots.hidden = !this.node.flag('indicatorDots');
    this.dots.replaceChildren(
      ...this.items().map((_item, index) => {
        const dot = element('i');
        dot.style.background = index === this.index ? active : color;
        return dot;
      }),
    );
  }

  /** Moves to an item; `cause` is what the change event reports. */
  show(index: number, smooth: boolean, cause = ''): void {
    const item = this.items()[index];
    if (!item || !this.track || index === this.index) return;
    this.cause = cause;
    const { offsetLeft, offsetTop } = this.track;
    this.track.scrollTo({
      left: item.offsetLeft - offsetLeft,
      top: item.offsetTop - offsetTop,
      behavior: smooth ? 'smooth' : 'auto',
    });
    if (!smooth) this.settle(index, cause);
  }

  /** `previous-margin` and `next-margin` let the neighbours peep in; several items may share the view. */
  private showNeighbours(): void {
    const { track, node } = this;
    if (!track) return;
    const [before, after] = ['previousMargin', 'nextMargin'].map((name) => toPx(node.read(name)));
    const room = node.flag('vertical') ? `${before}px 0 ${after}px` : `0 ${after}px 0 ${before}px`;
    track.style.padding = room;
    track.style.scrollPadding = room;
    track.style.setProperty('--shown', String(Math.max(1, node.number('displayMultipleItems', 1))));
  }

  private items(): HTMLElement[] {
    const children = [...(this.track?.children ?? [])] as HTMLElement[];
    return children.filter((child) => child.localName === 'wx-swiper-item');
  }

  private next(): void {
    const count = this.items().length;
    if (count < 2) return;
    const next = (this.index + 1) % count;
    this.show(next, next !== 0, 'autoplay');
  }

  private onScroll(): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      const index = this.nearest();
      this.settle(index, this.cause || 'touch');
      this.cause = '';
      this.node.fire('animationfinish', { current: index, source: this.cause });
    }, SETTLE_MS);
  }

  private nearest(): number {
    const { track } = this;
    if (!track) return 0;
    const vertical = this.node.flag('vertical');
    const shown = Math.max(1, this.node.number('displayMultipleItems', 1));
    const page = vertical ? track.clientHeight : track.clientWidth;
    const moved = vertical ? track.scrollTop : track.scrollLeft;
    const index = Math.round((moved / (page || 1)) * shown);
    return Math.max(0, Math.min(this.items().length - 1, index));
  }

  private settle(index: number, source: string): void {
    if (index === this.index) return;
    this.index = index;
    this.draw();
    this.node.write({ current: index });
    this.node.fire('change', { current: index, source, currentItemId: '' });
  }
}

/** `<swiper>`: snapping pages with dots and autoplay. `circular` jumps back instead of wrapping. */
export const swiper: Builtin = {
  tag: 'swiper',
  properties: {
    indicatorDots: flag(),
    indicatorColor: text('rgba(0, 0, 0, .3)'),
    indicatorActiveColor: text('#000000'),
    autoplay: flag(),
    current: number(),
    interval: number(5000),
    duration: number(500),
    circular: flag(),
    vertical: flag(),
    previousMargin: text(),
    nextMargin: text(),
    displayMultipleItems: number(1),
    easingFunction: text(),
    snapToEdge: flag(),
    currentItemId: text(),
    acceleration: flag(),
    disableProgrammaticAnimation: flag(),
    layoutType: anything(),
    transformerType: anything(),
    indicatorType: anything(),
    cacheExtent: anything(),
  },
  create(node) {
    const carousel = new Carousel(node);
    return {
      attached: () => carousel.start(),
      detached: () => carousel.stop(),
      changed: {
        current: (index: number) =>
          carousel.show(index, !node.flag('disableProgrammaticAnimation')),
        indicatorDots: () => carousel.draw(),
        autoplay: () => carousel.play(),
        interval: () => carousel.play(),
      },
    };
  },
};
