import { element } from './dom';

const TRIGGER_PX = 60;
const REST_PX = 50;
const DAMPING = 0.5;

/** The pull-down-to-refresh gesture of a page that enables it. */
export class PullDown {
  readonly node: HTMLElement;
  private startY: number | null = null;
  private distance = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly refresh: () => void,
  ) {
    const dots = [0, 1, 2].map(() => element('i'));
    this.node = element('div', { class: 'mp-pulldown', children: dots });
  }

  /** Starts listening for the gesture. */
  enable(): void {
    const { scroller } = this;
    scroller.addEventListener('touchstart', (event) => this.start(event), { passive: true });
    scroller.addEventListener('touchmove', (event) => this.move(event), { passive: false });
    scroller.addEventListener('touchend', () => this.end());
    scroller.addEventListener('touchcancel', () => this.stop());
  }

  /** Shows the dots and refreshes, as wx.startPullDownRefresh does. */
  begin(): void {
    this.place(REST_PX);
    this.node.classList.add('mp-pulldown-busy');
    this.refresh();
  }

  /** wx.stopPullDownRefresh. */
  stop(): void {
    this.startY = null;
    this.node.classList.remove('mp-pulldown-busy');
    this.place(0);
  }

  private start(event: TouchEvent): void {
    const atTop = this.scroller.scrollTop <= 0;
    this.startY = atTop ? (event.touches[0]?.clientY ?? null) : null;
  }

  private move(event: TouchEvent): void {
    if (this.startY === null || event.defaultPrevented) return;
    const pulled = ((event.touches[0]?.clientY ?? 0) - this.startY) * DAMPING;
    if (pulled <= 0) return;
    event.preventDefault();
    this.place(pulled);
  }

  private end(): void {
    if (this.startY === null) return;
    this.startY = null;
    if (this.distance >= TRIGGER_PX) this.begin();
    else if (this.distance > 0) this.place(0);
  }

  private place(distance: number): void {
    this.distance = distance;
    this.node.style.height = `${Math.min(distance, REST_PX)}px`;
    this.scroller.style.transform = distance ? `translateY(${distance}px)` : '';
  }
}
