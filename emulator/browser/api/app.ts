import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';

type Listener = (argument: unknown) => void;

const EVENTS = {
  AppShow: 'onShow',
  AppHide: 'onHide',
  Error: 'onError',
  UnhandledRejection: 'onUnhandledRejection',
  PageNotFound: 'onPageNotFound',
} as const;

/** The mini-program itself: launch options, account, updates, app-wide events, logs. */
export function appApi({ lifecycle }: Host): ApiTable {
  const events = Object.entries(EVENTS).flatMap(([name, event]) => [
    [`on${name}`, (listener: Listener) => lifecycle.on(event, listener)],
    [`off${name}`, (listener: Listener) => lifecycle.off(event, listener)],
  ]);
  return {
    ...(Object.fromEntries(events) as ApiTable),
    getLaunchOptionsSync: () => lifecycle.launchOptions,
    getEnterOptionsSync: () => lifecycle.launchOptions,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: Listener) => listener({ hasUpdate: false }),
      onUpdateReady: () => {},
      onUpdateFailed: () => {},
      applyUpdate: () => location.reload(),
    }),
    getLogManager: consoleLog,
    getRealtimeLogManager: consoleLog,
    reportEvent: () => {},
    ...asyncApis({
      exitMiniProgram: () => location.reload(),
      restartMiniProgram: ({ path }: { path: string }) => {
        location.hash = path.replace(/^\/?/, '/');
        location.reload();
      },
    }),
  };
}

function consoleLog(): object {
  const { info, warn, error, debug } = console;
  return { info, log: info, warn, error, debug, setFilterMsg: () => {}, addFilterMsg: () => {} };
}
