import { abilities } from '../builtin/abilities';
import type { Instance } from '../runtime/engine';
import type { Host } from '../runtime/host';
import type { ApiTable } from './asyncApi';

/** wx.createVideoContext: works the `<video>` with an id, on the page on screen or inside a component. */
export function videoApi({ router }: Host): ApiTable {
  return {
    createVideoContext: (id: string, owner?: Instance) => {
      const inside = owner ?? router.top.instance;
      const player = (): HTMLVideoElement | undefined => {
        const found = inside._$.getShadowRoot?.()?.querySelector(`#${CSS.escape(id)}`);
        return abilities(found?.$$).video;
      };
      return videoContext(player);
    },
  };
}

function videoContext(player: () => HTMLVideoElement | undefined): object {
  return {
    play: () => void player()?.play(),
    pause: () => player()?.pause(),
    stop: () => {
      player()?.pause();
      seek(player(), 0);
    },
    seek: (position: number) => seek(player(), position),
    playbackRate: (rate: number) => {
      const video = player();
      if (video) video.playbackRate = rate;
    },
    requestFullScreen: () => void player()?.requestFullscreen(),
    exitFullScreen: () => void document.exitFullscreen(),
    exitPictureInPicture: () => void document.exitPictureInPicture(),
    showStatusBar: () => {},
    hideStatusBar: () => {},
  };
}

function seek(video: HTMLVideoElement | undefined, position: number): void {
  if (video) video.currentTime = position;
}
