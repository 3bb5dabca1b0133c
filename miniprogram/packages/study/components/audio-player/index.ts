import { clockTime } from '../../../../lib/format';
import { nextSpeed } from '../../speeds';

const STEP = 15;

const sound = () => wx.getBackgroundAudioManager();

type Ear = {
  turned(playing: boolean): void;
  moved(): void;
  ended(): void;
  broke(): void;
};

/** The one player of the mini-program cannot be told to forget a listener: it has one set, which passes on to who plays. */
let ear: Ear | undefined;
let listening = false;

const listenOnce = (): void => {
  if (listening) return;
  listening = true;
  const player = sound();
  player.onPlay(() => ear?.turned(true));
  player.onPause(() => ear?.turned(false));
  player.onStop(() => ear?.turned(false));
  player.onTimeUpdate(() => ear?.moved());
  player.onEnded(() => ear?.ended());
  player.onError(() => ear?.broke());
};

/**
 * Plays a recording, also behind the lock screen (needs `requiredBackgroundModes` in app.json).
 * Fires `place` as it goes, `finish` at the end, `broken` when the link is dead.
 */
Component({
  properties: {
    src: { type: String, value: '' },
    title: { type: String, value: '' },
    courseTitle: { type: String, value: '' },
    teacher: { type: String, value: '' },
    cover: { type: String, value: '' },
    startAt: { type: Number, value: 0 },
  },
  data: {
    playing: false,
    sliding: false,
    position: 0,
    length: 0,
    now: '0:00',
    end: '0:00',
    speed: 1,
  },
  observers: {
    src(src: string) {
      if (src) this.start(src);
    },
  },
  lifetimes: {
    attached() {
      listenOnce();
      ear = this;
    },
    detached() {
      if (ear !== this) return;
      ear = undefined;
      sound().stop();
    },
  },
  methods: {
    start(src: string) {
      const { title, courseTitle, teacher, startAt } = this.data;
      this.setData({ position: startAt, now: clockTime(startAt) });
      // The player starts when it gets a source, and needs a title before (BackgroundAudioManager reference).
      Object.assign(sound(), { title, epname: courseTitle, singer: teacher, startTime: startAt });
      sound().src = src;
      sound().playbackRate = this.data.speed;
    },
    turned(playing: boolean) {
      this.setData({ playing });
    },
    ended() {
      this.setData({ playing: false });
      this.triggerEvent('finish');
    },
    broke() {
      this.triggerEvent('broken');
    },
    moved() {
      const { currentTime = 0, duration = 0 } = sound();
      if (!(duration > 0)) return;
      this.triggerEvent('place', { position: currentTime, length: duration });
      const second = Math.floor(currentTime);
      if (this.data.sliding || second === this.data.position) return;
      this.setData({
        position: second,
        length: Math.floor(duration),
        now: clockTime(second),
        end: clockTime(duration),
      });
    },
    toggle() {
      if (this.data.playing) sound().pause();
      else sound().play();
    },
    slide({ detail }: WechatMiniprogram.SliderChanging) {
      this.setData({ sliding: true, now: clockTime(detail.value) });
    },
    seek({ detail }: WechatMiniprogram.SliderChange) {
      this.setData({ sliding: false });
      sound().seek(detail.value);
    },
    back() {
      sound().seek(Math.max(0, this.data.position - STEP));
    },
    ahead() {
      sound().seek(Math.min(this.data.length, this.data.position + STEP));
    },
    changeSpeed() {
      const speed = nextSpeed(this.data.speed);
      sound().playbackRate = speed;
      this.setData({ speed });
    },
  },
});
