import { SPEEDS } from '../../speeds';

/** Plays a video from where one left off. Fires `place` as it goes, `finish` at the end, `broken` when the link is dead. */
Component({
  properties: {
    src: { type: String, value: '' },
    title: { type: String, value: '' },
    startAt: { type: Number, value: 0 },
  },
  data: { speeds: SPEEDS, speed: 1 },
  methods: {
    moved({ detail }: WechatMiniprogram.VideoTimeUpdate) {
      const { currentTime, duration } = detail;
      if (duration > 0) this.triggerEvent('place', { position: currentTime, length: duration });
    },
    ended() {
      this.triggerEvent('finish');
    },
    broke() {
      this.triggerEvent('broken');
    },
    choose({ currentTarget }: { currentTarget: { dataset: { speed: number } } }) {
      const { speed } = currentTarget.dataset;
      wx.createVideoContext('lesson-video', this).playbackRate(speed);
      this.setData({ speed });
    },
  },
});
