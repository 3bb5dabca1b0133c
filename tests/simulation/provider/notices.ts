import type { Fortune } from './adversity';
import type { Agenda, Notice } from './world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When a notice that was not taken comes again (W5). */
const LADDER_MS = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

const LONGEST_DELAY_MS = 48 * HOUR;
const MOST_COPIES = 19;

type Post = {
  readonly fortune: Fortune;
  readonly agenda: Agenda;
  /** Whether the shop gets to see bills, which tell of everything. */
  readonly bills: boolean;
  /** Calls the shop's function once; whether it answered that it need not be told again. */
  readonly deliver: (event: Notice['event'], about: string) => Promise<boolean>;
};

/** WeChat's post: tells the shop, again and again, late, doubled, or never. */
export class Notices {
  constructor(private readonly post: Post) {}

  send(notice: Notice): void {
    const { fortune, agenda, bills } = this.post;
    const { about } = notice;
    if ((notice.mayBeLost || bills) && fortune.strikes('callbackLost', about)) return;
    const late = fortune.strikes('callbackDelayed', about);
    const delay = fortune.roll(`delay/${about}`) * (late ? LONGEST_DELAY_MS : 5 * SECOND);
    if (fortune.strikes('callbackMalformed', about)) {
      const { outTradeNo: _left, OutTradeNo: _out, ...event } = notice.event;
      agenda.after(delay, `malformed ${about}`, () => void this.post.deliver(event, about));
    }
    agenda.after(delay, `notice ${about}`, () => this.tell(notice));
    this.copies(notice, delay);
  }

  /** Copies by the same ladder's side: a twin at the same moment, others within minutes. */
  private copies(notice: Notice, delay: number): void {
    const { fortune, agenda, deliver } = this.post;
    const { about, event } = notice;
    if (fortune.strikes('callbackTwins', about)) {
      agenda.after(delay, `twin ${about}`, () => void deliver(event, about));
    }
    if (!fortune.strikes('callbackRepeated', about)) return;
    const copies = 1 + Math.floor(fortune.roll(`copies/${about}`) ** 3 * MOST_COPIES);
    for (let copy = 1; copy <= copies; copy += 1) {
      const at = delay + fortune.roll(`copy/${about}`) * 10 * MINUTE;
      agenda.after(at, `copy ${copy} ${about}`, () => void deliver(event, about));
    }
  }

  private tell(notice: Notice, attempt = 0): void {
    void this.post.deliver(notice.event, notice.about).then((taken) => {
      const pause = LADDER_MS[attempt];
      if (taken || pause === undefined) return;
      this.post.agenda.after(pause, `notice ${notice.about}`, () => this.tell(notice, attempt + 1));
    });
  }
}
