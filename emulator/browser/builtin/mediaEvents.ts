import type { BuiltinNode } from './builtin';

const SAME_NAME = ['play', 'pause', 'ended', 'waiting'];

/** Reports what a player does as the events of `<video>` and `<audio>`. */
export function watchMedia(player: HTMLMediaElement, node: BuiltinNode): void {
  const on = (type: string, detail: () => unknown): void =>
    player.addEventListener(type, () => node.fire(type, detail()));
  for (const name of SAME_NAME) on(name, () => ({}));
  on('timeupdate', () => ({ currentTime: player.currentTime, duration: player.duration || 0 }));
  on('error', () => ({ errMsg: player.error?.message ?? 'MEDIA_ERR' }));
  on('progress', () => ({ buffered: bufferedPercent(player) }));
  on('fullscreenchange', () => ({
    fullScreen: document.fullscreenElement === player,
    direction: 'horizontal',
  }));
  player.addEventListener('seeked', () =>
    node.fire('seekcomplete', { position: player.currentTime * 1000 }),
  );
  player.addEventListener('loadedmetadata', () => {
    const start = node.number('initialTime');
    if (start) player.currentTime = start;
    const size = player instanceof HTMLVideoElement ? player : { videoWidth: 0, videoHeight: 0 };
    node.fire('loadedmetadata', {
      width: size.videoWidth,
      height: size.videoHeight,
      duration: player.duration,
    });
  });
}

function bufferedPercent({ buffered, duration }: HTMLMediaElement): number {
  return buffered.length ? (buffered.end(buffered.length - 1) / (duration || 1)) * 100 : 0;
}
