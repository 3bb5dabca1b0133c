import { watchMedia } from './mediaEvents';
import { assetUrl } from './assetUrl';
import { anything, flag, number, text, type Builtin } from './builtin';

/** `<video>`: the browser's player, with WeChat's events. */
export const video: Builtin = {
  tag: 'video',
  properties: {
    src: text(),
    poster: text(),
    controls: flag(true),
    autoplay: flag(),
    loop: flag(),
    muted: flag(),
    initialTime: number(),
    objectFit: text('contain'),
    title: text(),
    duration: anything(),
    direction: anything(),
    showProgress: flag(true),
    showFullscreenBtn: flag(true),
    showPlayBtn: flag(true),
    showCenterPlayBtn: flag(true),
    showMuteBtn: flag(),
    enableProgressGesture: flag(true),
    enablePlayGesture: flag(),
    pageGesture: flag(),
    vslideGesture: flag(),
    vslideGestureInFullscreen: flag(true),
    autoPauseIfNavigate: flag(true),
    autoPauseIfOpenNative: flag(true),
    playBtnPosition: text(),
    danmuList: anything(),
    danmuBtn: flag(),
    enableDanmu: flag(),
    pictureInPictureMode: anything(),
    enableAutoRotation: flag(),
    showScreenLockButton: flag(),
    posterForCrawler: text(),
    showCastingButton: flag(),
    referrerPolicy: text(),
    isLive: flag(),
  },
  create(node) {
    const player = document.createElement('video');
    player.playsInline = true;
    player.controls = true;
    player.setAttribute('controlslist', 'nodownload');
    node.host.prepend(player);
    watchMedia(player, node);
    const set = (name: 'controls' | 'autoplay' | 'loop' | 'muted') => (value: boolean) => {
      player[name] = value;
    };
    return {
      detached: () => {
        player.pause();
        player.removeAttribute('src');
      },
      changed: {
        controls: set('controls'),
        autoplay: set('autoplay'),
        loop: set('loop'),
        muted: set('muted'),
        objectFit: (fit: string) => (player.style.objectFit = fit),
        poster: (poster: string) => (player.poster = poster ? assetUrl(poster, node) : ''),
        src: (src: string) => {
          if (src) player.src = assetUrl(src, node);
          else player.removeAttribute('src');
        },
      },
      abilities: { video: player },
    };
  },
};

/** `<audio>`: deprecated by WeChat in favour of createInnerAudioContext, still drawn. */
export const audio: Builtin = {
  tag: 'audio',
  properties: {
    src: text(),
    loop: flag(),
    controls: flag(),
    poster: text(),
    name: text(),
    author: text(),
  },
  create(node) {
    const player = document.createElement('audio');
    node.host.append(player);
    watchMedia(player, node);
    return {
      detached: () => player.pause(),
      changed: {
        controls: (controls: boolean) => (player.controls = controls),
        loop: (loop: boolean) => (player.loop = loop),
        src: (src: string) => (player.src = assetUrl(src, node)),
      },
    };
  },
};
