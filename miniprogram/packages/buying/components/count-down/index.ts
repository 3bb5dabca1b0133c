import { countdown } from '../../../../lib/format';

const timers = new WeakMap<object, number>();

/** What is left until a moment (epoch ms) as `14:05`, every second; fires `over` once when nothing is. */
Component({
  properties: { until: { type: Number, value: 0 } },
  data: { left: '' },
  observers: {
    until() {
      this.restart();
    },
  },
  lifetimes: {
    detached() {
      this.stop();
    },
  },
  pageLifetimes: {
    show() {
      this.restart();
    },
    hide() {
      this.stop();
    },
  },
  methods: {
    restart() {
      this.stop();
      if (this.tick())
        timers.set(
          this,
          setInterval(() => this.tick(), 1000),
        );
    },
    stop() {
      const timer = timers.get(this);
      if (timer !== undefined) clearInterval(timer);
      timers.delete(this);
    },
    /** Shows what is left; answers whether anything is. */
    tick(): boolean {
      const left = this.data.until - Date.now();
      this.setData({ left: countdown(left) });
      if (left > 0) return true;
      if (timers.has(this)) this.triggerEvent('over');
      this.stop();
      return false;
    },
  },
});
