import { CAPSULE } from '../runtime/capsule';
import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';
import { ListenerSet } from './listeners';

const NAVIGATION_BAR_PX = 44;
const MODELS = {
  devtools: { brand: 'devtools', model: 'iPhone 12/13 (Pro)', system: 'iOS 10.0.1' },
  ios: { brand: 'iPhone', model: 'iPhone 15', system: 'iOS 18.1' },
  android: { brand: 'Xiaomi', model: 'Xiaomi 14', system: 'Android 15' },
} as const;

/** What the phone is: window, device, base library, capsule, keyboard, vibration. */
export function systemApi(host: Host): ApiTable {
  const sync = {
    getWindowInfo: () => windowInfo(host),
    getDeviceInfo: () => deviceInfo(host),
    getAppBaseInfo: () => BASE_LIBRARY,
    getAppAuthorizeSetting: () => AUTHORIZED,
    getSystemSetting: () => ({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getSystemInfoSync: () => systemInfo(host),
    getMenuButtonBoundingClientRect: () => capsuleRect(host),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  const asynchronous = asyncApis({
    getSystemInfo: () => systemInfo(host),
    getSystemInfoAsync: () => systemInfo(host),
    vibrateShort: () => void navigator.vibrate?.(15),
    vibrateLong: () => void navigator.vibrate?.(400),
    setKeepScreenOn: () => {},
    setVisualEffectOnCapture: () => {},
    hideKeyboard: () => (document.activeElement as HTMLElement | null)?.blur(),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) =>
      void window.open(`tel:${phoneNumber}`),
    loadFontFace: async ({ family, source }: { family: string; source: string }) => {
      document.fonts.add(await new FontFace(family, source).load());
    },
  });
  return { ...sync, ...asynchronous, ...watchers(host) };
}

function watchers({ router }: Host): ApiTable {
  const resize = new ListenerSet();
  const silent = new ListenerSet(); // theme, keyboard and capsule never change in a browser
  window.addEventListener('resize', () => {
    const size = { windowWidth: window.innerWidth, windowHeight: window.innerHeight };
    if (router.depth > 0) router.resized(size);
    resize.fire({ size });
  });
  return {
    ...resize.api('WindowResize'),
    ...silent.api('ThemeChange'),
    ...silent.api('KeyboardHeightChange'),
    ...silent.api('MenuButtonBoundingClientRectWeightChange'),
    ...silent.api('UserCaptureScreen'),
    ...silent.api('MemoryWarning'),
  };
}

const BASE_LIBRARY = {
  SDKVersion: '3.8.10',
  version: '8.0.56',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 17,
  fontSizeScaleFactor: 1,
  host: { appId: '', env: 'WeChat' },
};

const AUTHORIZED = {
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
};

function windowInfo({ phone, router }: Host): Record<string, unknown> {
  const { innerWidth: width, innerHeight: height } = window;
  const { statusBarHeight, homeIndicatorHeight } = phone;
  const bar = statusBarHeight + NAVIGATION_BAR_PX;
  const bottom = height - homeIndicatorHeight;
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: router.depth > 0 ? router.top.scroller.clientHeight : height - bar,
    statusBarHeight,
    screenTop: bar,
    safeArea: {
      left: 0,
      right: width,
      top: statusBarHeight,
      bottom,
      width,
      height: bottom - statusBarHeight,
    },
  };
}

function deviceInfo({ phone }: Host): Record<string, unknown> {
  const { platform } = phone;
  return { platform, ...MODELS[platform], abi: 'arm64-v8a', benchmarkLevel: 50, memorySize: 8192 };
}

function systemInfo(host: Host): Record<string, unknown> {
  return { ...windowInfo(host), ...deviceInfo(host), ...BASE_LIBRARY };
}

function capsuleRect({ phone }: Host): Record<string, number> {
  const top = phone.statusBarHeight + CAPSULE.top;
  const right = window.innerWidth - CAPSULE.right;
  const { width, height } = CAPSULE;
  return { width, height, top, right, bottom: top + height, left: right - width };
}
