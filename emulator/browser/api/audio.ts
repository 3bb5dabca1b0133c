import type { ApiTable } from './asyncApi';
import { assetPath } from './filePaths';

type Listener = (detail?: unknown) => void;

const EVENTS = {
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  Error: 'error',
  TimeUpdate: 'timeupdate',
  Canplay: 'canplay',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
  Stop: 'stop',
} as const;

const PASSED_THROUGH = [
  'currentTime',
  'duration',
  'paused',
  'loop',
  'volume',
  'autoplay',
  'playbackRate',
  'muted',
];

/** Sound: wx.createInnerAudioContext and the one background player. */
export function audioApi(): ApiTable {
  let background: object | null = null;
  return {
    createInnerAudioContext: () => audioContext(),
    getBackgroundAudioManager: () => {
      background ??= backgroundPlayer();
      return background;
    },
    setInnerAudioOption: () => Promise.resolve({ errMsg: 'setInnerAudioOption:ok' }),
  };
}

function audioContext(): object {
  const player = new Audio();
  const context = { ...controls(player), ...listeners(player), startTime: 0, obeyMuteSwitch: true };
  for (const name of PASSED_THROUGH) passThrough(context, player, name);
  Object.defineProperty(context, 'src', {
    get: () => player.src,
    set: (source: string) => {
      player.src = assetPath(source);
    },
  });
  return context;
}

/** The background player starts as soon as it gets a source, and shows what plays to the system. */
function backgroundPlayer(): object {
  const player = new Audio();
  const context = {
    ...controls(player),
    ...listeners(player),
    title: '',
    epname: '',
    singer: '',
    coverImgUrl: '',
    onNext: (listener: Listener) => navigator.mediaSession?.setActionHandler('nexttrack', listener),
    onPrev: (listener: Listener) =>
      navigator.mediaSession?.setActionHandler('previoustrack', listener),
  };
  for (const name of PASSED_THROUGH) passThrough(context, player, name);
  Object.defineProperty(context, 'src', {
    get: () => player.src,
    set: (source: string) => {
      player.src = assetPath(source);
      const { title, singer, epname } = context;
      if ('MediaMetadata' in window) {
        navigator.mediaSession.metadata = new MediaMetadata({
          title,
          artist: singer,
          album: epname,
        });
      }
      void player.play().catch(() => player.dispatchEvent(new Event('error')));
    },
  });
  return context;
}

function controls(player: HTMLAudioElement): Record<string, unknown> {
  return {
    play: () => void player.play().catch(() => player.dispatchEvent(new Event('error'))),
    pause: () => player.pause(),
    stop: () => {
      player.pause();
      player.currentTime = 0;
      player.dispatchEvent(new Event('stop'));
    },
    seek: (position: number) => {
      player.currentTime = position;
    },
    destroy: () => {
      player.pause();
      player.removeAttribute('src');
    },
  };
}

function listeners(player: HTMLAudioElement): Record<string, unknown> {
  const wrapped = new Map<Listener, EventListener>();
  const pairs = Object.entries(EVENTS).flatMap(([name, type]) => [
    [
      `on${name}`,
      (listener: Listener) => {
        const heard: EventListener = () =>
          listener(
            type === 'error'
              ? { errCode: player.error?.code ?? -1, errMsg: 'MEDIA_ERR' }
              : undefined,
          );
        wrapped.set(listener, heard);
        player.addEventListener(type, heard);
      },
    ],
    [
      `off${name}`,
      (listener: Listener) => {
        const heard = wrapped.get(listener);
        if (heard) player.removeEventListener(type, heard);
      },
    ],
  ]);
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

function passThrough(context: object, player: HTMLAudioElement, name: string): void {
  const properties = player as unknown as Record<string, unknown>;
  Object.defineProperty(context, name, {
    get: () => (Number.isNaN(properties[name]) ? 0 : properties[name]),
    set: (value: unknown) => {
      properties[name] = value;
    },
  });
}
