import type { Host } from '../runtime/host';
import { animationApi } from './animation';
import { appApi } from './app';
import type { ApiTable } from './asyncApi';
import { audioApi } from './audio';
import { clipboardApi } from './clipboard';
import { cloudApi } from './cloud';
import { feedbackApi } from './feedback';
import { filesApi } from './files';
import { loginApi } from './login';
import { loudly } from './loudly';
import { mediaApi } from './media';
import { navigationApi } from './navigation';
import { networkApi } from './network';
import { paymentApi } from './payment';
import { privacyApi } from './privacy';
import { queryApi } from './queries';
import { shareApi } from './share';
import { storageApi } from './storage';
import { subscribeApi } from './subscribe';
import { systemApi } from './system';
import { tabBarApi } from './tabBar';
import { videoApi } from './video';

const FAMILIES: ((host: Host) => ApiTable)[] = [
  animationApi,
  appApi,
  audioApi,
  clipboardApi,
  cloudApi,
  feedbackApi,
  filesApi,
  loginApi,
  mediaApi,
  navigationApi,
  networkApi,
  paymentApi,
  privacyApi,
  queryApi,
  shareApi,
  storageApi,
  subscribeApi,
  systemApi,
  tabBarApi,
  videoApi,
];

/** The navigation calls that built-ins make through the `wx` object. */
interface WxForBuiltins {
  navigateTo(options: object): unknown;
  redirectTo(options: object): unknown;
  switchTab(options: object): unknown;
  reLaunch(options: object): unknown;
  navigateBack(options: object): unknown;
}

declare global {
  interface Window {
    wx: WxForBuiltins;
  }
}

/** The `wx` object. Reading anything the host does not provide throws, naming it. */
export function createWx(host: Host): object {
  const apis: ApiTable = Object.assign({}, ...FAMILIES.map((family) => family(host)));
  apis['canIUse'] = (schema: string) => (schema.split('.')[0] ?? '') in apis;
  return loudly('wx', apis);
}
