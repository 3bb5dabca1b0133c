import { given, openPage, signedIn } from '../openPage';

const order = {
  orderId: 'ord_one',
  item: { kind: 'course', id: 'crs_light', title: '手机摄影' },
  payable: 6800,
  refunded: 0,
  actions: ['refund'],
};

type Consent = { tmplIds: string[]; complete: () => void };
type Dialog = { success: (answer: { confirm: boolean }) => void };

const open = async (change: object = {}) => {
  const page = await openPage('packages/buying/pages/refund', {
    query: { orderId: 'ord_one' },
    answers: {
      getMe: signedIn('learner', { messageTemplates: { refunded: 'tmpl_refunded' } }),
      getOrders: () => given({ items: [{ ...order, ...change }] }),
      refund: () => given({ refundId: 'rfd_one', status: 'requested' }),
    },
  });
  const consents: Consent[] = [];
  Object.assign(page.wx, {
    redirectTo: () => undefined,
    requestSubscribeMessage: (consent: Consent) => void consents.push(consent),
  });
  const refunds = () => page.asked.filter(({ name }) => name === 'refund');
  return { page, consents, refunds };
};

describe('asking for a refund (S23)', () => {
  it('asks whether WeChat may tell of the money, and sends the request when that is answered', async () => {
    const { page, consents, refunds } = await open();
    await page.tap('.reason');
    await page.tap('.btn--primary');
    expect(consents.map(({ tmplIds }) => tmplIds)).toEqual([['tmpl_refunded']]);
    expect(refunds()).toEqual([]);
    consents[0]?.complete();
    await page.settled();
    expect(refunds()).toMatchObject([{ data: { orderId: 'ord_one', reason: '买错了' } }]);
    expect(page.told).toContain('已提交，等待审核');
  });

  it('V4: of what was paid on an iPhone it says how to ask Apple, and asks the shop for nothing', async () => {
    const { page, refunds } = await open({ refundBy: 'apple' });
    const copied: string[] = [];
    Object.assign(page.wx, {
      setClipboardData: ({ data }: { data: string }) => Promise.resolve(void copied.push(data)),
    });
    for (const words of ['请向苹果申请退款', '店铺不能代为发起', '申请退款', '48 小时']) {
      expect(page.text()).toContain(words);
    }
    expect(page.text()).not.toContain('退款原因');
    await page.tap('.btn--primary');
    expect(copied).toEqual(['https://reportaproblem.apple.com']);
    expect(refunds()).toEqual([]);
  });

  it('asks and sends nothing when the person thinks better of it', async () => {
    const { page, consents, refunds } = await open();
    page.wx['showModal'] = ({ success }: Dialog) => success({ confirm: false });
    await page.tap('.reason');
    await page.tap('.btn--primary');
    expect(consents).toEqual([]);
    expect(refunds()).toEqual([]);
  });
});
