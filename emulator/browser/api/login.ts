import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';
import { askCloud } from './cloudHttp';

/** WeChat gives every app the same anonymous profile nowadays. */
const PROFILE = { nickName: '微信用户', avatarUrl: '', gender: 0, language: 'zh_CN' };

/** wx.login and what is left of user profiles. */
export function loginApi({ phone }: Host): ApiTable {
  return asyncApis({
    login: () => askCloud<{ code: string }>(phone, 'login', {}),
    checkSession: () => {},
    getUserProfile: () => ({ userInfo: PROFILE }),
    getUserInfo: () => ({ userInfo: PROFILE }),
  });
}
