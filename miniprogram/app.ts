import { flushEvents, recordEvent } from './lib/events';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: true });
  },
  onShow({ scene }) {
    recordEvent({ name: 'app_show', source: `scene-${scene}` });
  },
  onHide() {
    void flushEvents();
  },
});
