/** What the phone is and who holds it; chosen by the frame page or by `/app.html?as=…&platform=…`. */
export interface Phone {
  openid: string;
  platform: Platform;
  /** Height in px that the frame's status bar covers at the top of the screen. */
  statusBarHeight: number;
  /** Height in px of the home indicator at the bottom. */
  homeIndicatorHeight: number;
  offline: boolean;
}

export type Platform = 'devtools' | 'ios' | 'android';

const DEFAULT_OPENID = 'oLocalLearner';
const REMEMBERED = { openid: 'phone:openid', platform: 'phone:platform' } as const;

/** Reads the phone from the page's address, falling back to what this browser remembers. */
export function readPhone(): Phone {
  const asked = new URLSearchParams(location.search);
  return {
    openid: remember(REMEMBERED.openid, asked.get('as')) ?? DEFAULT_OPENID,
    platform: toPlatform(remember(REMEMBERED.platform, asked.get('platform'))),
    statusBarHeight: Number(asked.get('statusBar') ?? 0),
    homeIndicatorHeight: Number(asked.get('homeIndicator') ?? 0),
    offline: asked.get('offline') === '1',
  };
}

/** True while the phone can reach its servers. */
export function isOnline(phone: Phone): boolean {
  return !phone.offline && navigator.onLine;
}

/** Puts the phone's insets where styles read them. */
export function applyInsets({ statusBarHeight, homeIndicatorHeight }: Phone): void {
  const { style } = document.documentElement;
  style.setProperty('--status-bar', `${statusBarHeight}px`);
  if (homeIndicatorHeight) style.setProperty('--safe-area-bottom', `${homeIndicatorHeight}px`);
  if (statusBarHeight) style.setProperty('--safe-area-top', `${statusBarHeight}px`);
}

function remember(key: string, asked: string | null): string | null {
  if (asked) localStorage.setItem(key, asked);
  return asked ?? localStorage.getItem(key);
}

function toPlatform(text: string | null): Platform {
  return text === 'ios' || text === 'android' ? text : 'devtools';
}
