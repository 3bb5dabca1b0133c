import { askFirst } from '../../lib/say';

/** Tells that the course was changed elsewhere since it was opened; true when the newest is to be loaded. */
export const offerReload = (): Promise<boolean> =>
  askFirst('课程刚刚在别处修改过，这里的改动没有保存。重新载入会显示最新内容。', {
    title: '内容有更新',
    yes: '重新载入',
    no: '先不载入',
  });
