import type { BuiltinNode } from '../builtin/builtin';
import type { Host } from '../runtime/host';
import { openModal } from './panels/modal';
import { privacyConsent } from './privacy';
import { pickFiles, tempPath } from './pickFiles';
import { shareCurrentPage } from './share';

type Run = (node: BuiltinNode, host: Host) => unknown;

const OPEN_TYPES: Readonly<Record<string, Run>> = {
  share: (node, host) => {
    const target = { id: node.element.id, dataset: node.element.dataset };
    return shareCurrentPage(host, { from: 'button', target });
  },
  chooseAvatar: async (node) => {
    const [file] = await pickFiles({ accept: 'image/*', multiple: false });
    if (file) node.fire('chooseavatar', { avatarUrl: tempPath(file) });
  },
  getPhoneNumber: async (node, { phone }) => {
    const { confirm } = await openModal({
      title: '申请获取并验证你的手机号',
      content: '138****0000',
      confirmText: '允许',
      cancelText: '不允许',
    });
    const granted = { errMsg: 'getPhoneNumber:ok', code: `phone-${phone.openid}` };
    node.fire('getphonenumber', confirm ? granted : { errMsg: 'getPhoneNumber:fail user deny' });
  },
  agreePrivacyAuthorization: (node, host) => {
    privacyConsent(host).agree();
    node.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  contact: async (node) => {
    await openModal({ title: '客服会话', content: '这里会打开与客服的聊天。', showCancel: false });
    node.fire('contact', { path: '', query: {} });
  },
  feedback: async () => {
    await openModal({ title: '意见反馈', content: '这里会打开微信的反馈页。', showCancel: false });
  },
  openSetting: (node) => node.fire('opensetting', { authSetting: {} }),
  getUserInfo: (node) =>
    node.fire('getuserinfo', { userInfo: { nickName: '微信用户', avatarUrl: '' } }),
};

/** Does what a button's open-type names. Throws for one the host does not know. */
export async function runOpenType(openType: string, node: BuiltinNode, host: Host): Promise<void> {
  for (const one of openType.split('|')) {
    const run = OPEN_TYPES[one];
    if (!run) throw new Error(`<button open-type="${one}"> is not provided by the browser host`);
    await run(node, host);
  }
}
