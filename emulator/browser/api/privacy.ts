import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';
import { openModal } from './panels/modal';
import { keptChoices } from './subscribe';

type Resolve = (answer: { event: string; buttonId?: string }) => void;
type NeedListener = (resolve: Resolve, reason: { referrer: string }) => void;

const CONTRACT = '《小程序隐私保护指引》';

/** Consent to the privacy guide, and authorisations; consent is remembered for each person. */
export class PrivacyConsent {
  private listener: NeedListener | null = null;

  constructor(private readonly openid: string) {}

  get agreed(): boolean {
    return localStorage.getItem(this.key) === 'yes';
  }

  agree(): void {
    localStorage.setItem(this.key, 'yes');
  }

  onNeed(listener: NeedListener): void {
    this.listener = listener;
  }

  /** Resolves once the person agreed: asked by the mini-program's own panel, else by WeChat's. Throws when refused. */
  async require(referrer: string): Promise<void> {
    if (this.agreed) return;
    if (!(await this.ask(referrer))) throw new Error('privacy permission is not authorized');
    this.agree();
  }

  private ask(referrer: string): Promise<boolean> {
    const { listener } = this;
    if (!listener) return askInDialog();
    return new Promise((answered) => {
      listener(
        ({ event }) => {
          if (event !== 'exposureAuthorization') answered(event === 'agree');
        },
        { referrer },
      );
    });
  }

  private get key(): string {
    return `phone:privacy:${this.openid}`;
  }
}

async function askInDialog(): Promise<boolean> {
  const { confirm } = await openModal({
    title: '用户隐私保护提示',
    content: `使用前请阅读并同意${CONTRACT}`,
    confirmText: '同意',
    cancelText: '拒绝',
  });
  return confirm;
}

const consents = new WeakMap<Host, PrivacyConsent>();

/** The consent of the person holding this phone. */
export function privacyConsent(host: Host): PrivacyConsent {
  const consent = consents.get(host) ?? new PrivacyConsent(host.phone.openid);
  consents.set(host, consent);
  return consent;
}

/** wx.*Privacy* and wx.authorize and their settings. */
export function privacyApi(host: Host): ApiTable {
  const consent = privacyConsent(host);
  return {
    onNeedPrivacyAuthorization: (listener: NeedListener) => consent.onNeed(listener),
    ...asyncApis({
      getPrivacySetting: () => ({
        needAuthorization: !consent.agreed,
        privacyContractName: CONTRACT,
      }),
      requirePrivacyAuthorize: () => consent.require('requirePrivacyAuthorize'),
      openPrivacyContract: async () => {
        await openModal({
          title: CONTRACT,
          content: '隐私保护指引由微信公众平台托管。',
          showCancel: false,
        });
      },
      getSetting: () => ({
        authSetting: {},
        subscriptionsSetting: { mainSwitch: true, itemSettings: keptChoices(host.phone.openid) },
      }),
      openSetting: () => ({ authSetting: {} }),
      authorize: () => {},
    }),
  };
}
