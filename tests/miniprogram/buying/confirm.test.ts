import { given, lost, openPage, refused, signedIn, type Answers } from '../openPage';

const PAGE = 'packages/buying/pages/confirm';
const query = { kind: 'course', id: 'crs_light' };
const payment = { provider: 'cloudPay', params: { signType: 'MD5' } };
const order = { orderId: 'ord_one', payable: 6800, status: 'pending', expiresAt: 0, payment };

const course = {
  title: '手机摄影',
  teacher: { nickname: '苏晚晴' },
  lessonCount: 3,
  refundRule: '购买后 7 天内可退',
};

const coupon = (couponId: string, more: object) => ({
  couponId,
  title: '新人券',
  worth: { kind: 'fixed', amount: 2000 },
  scope: { kind: 'all' },
  minimum: 0,
  from: 0,
  to: 0,
  ...more,
});
const listLine = { kind: 'list', label: '原价', amount: 8800 };
const saleLine = { kind: 'sale', label: '限时优惠', amount: -2000 };
const plain = { kind: 'quote', listPrice: 6800, payable: 6800, coupons: [], claimable: [] };
const quotes: Answers[string] = ({ couponId }) =>
  given(
    couponId === 'none'
      ? { ...plain, lines: [listLine, saleLine], coupons: [coupon('cpn_best', { amount: 2000 })] }
      : {
          ...plain,
          payable: 4800,
          lines: [listLine, saleLine, { kind: 'coupon', label: '新人券', amount: -2000 }],
          couponId: 'cpn_best',
          coupons: [
            coupon('cpn_best', { amount: 2000 }),
            coupon('cpn_far', { whyNot: '满 ¥200 可用' }),
          ],
        },
  );

type Modal = { content: string; success: (answer: { confirm: boolean }) => void };
type Consent = { tmplIds: string[]; complete: () => void };

const open = async (
  cashier: () => Promise<unknown>,
  createOrder: () => unknown = () => given(order),
  getOffers: Answers[string] = () => given({ ...plain, lines: [] }),
) => {
  const answers: Answers = {
    getMe: signedIn('learner', { messageTemplates: { paid: 'tmpl_paid' } }),
    getCourse: () => given({ course, owned: false }),
    getOffers,
    recordEvents: () => given({ recorded: 1 }),
    createOrder,
  };
  const page = await openPage(PAGE, { query, answers });
  const places: string[] = [];
  Object.assign(page.wx, {
    getDeviceInfo: () => ({ platform: 'devtools' }),
    login: async () => ({ code: 'code' }),
    requestSubscribeMessage: ({ complete }: Consent) => complete(),
    requestPayment: cashier,
    redirectTo: ({ url }: { url: string }) => places.push(url),
  });
  const orders = () => page.asked.filter(({ name }) => name === 'createOrder');
  return { page, places, orders };
};

const paid = async () => ({ errMsg: 'requestPayment:ok' });

describe('confirming an order (S21, S22)', () => {
  it('shows what is bought, for how much, on which terms', async () => {
    const { page } = await open(paid);
    for (const words of ['手机摄影', '¥68', '购买后 7 天内可退'])
      expect(page.text()).toContain(words);
  });

  it('opens no order before the refund rule is agreed to', async () => {
    const { page, orders } = await open(paid);
    await page.tap('.pay');
    expect(orders()).toEqual([]);
    expect(page.told).toContain('请先阅读并同意退款规则');
  });

  it('opens one order however often the button is tapped', async () => {
    const { page, orders } = await open(() => new Promise(() => undefined));
    await page.tap('.agree');
    await Promise.all([page.tap('.pay'), page.tap('.pay'), page.tap('.pay')]);
    await page.tap('.pay');
    expect(orders()).toHaveLength(1);
  });

  it('asks whether WeChat may tell of the payment, and opens the order when that is answered', async () => {
    const { page, orders } = await open(paid);
    let answer = () => undefined as void;
    const asked: string[][] = [];
    page.wx['requestSubscribeMessage'] = ({ tmplIds, complete }: Consent) => {
      asked.push(tmplIds);
      answer = complete;
    };
    await page.tap('.agree');
    await page.tap('.pay');
    expect(asked).toEqual([['tmpl_paid']]);
    expect(orders()).toEqual([]);
    answer();
    await page.settled();
    expect(orders()).toHaveLength(1);
  });

  it('asks under the same number again after the network was lost', async () => {
    let online = false;
    const { page, orders, places } = await open(paid, () => (online ? given(order) : lost()));
    await page.tap('.agree');
    await page.tap('.pay');
    expect(page.told).toContain('网络不太顺畅，请检查后重试');
    online = true;
    await page.tap('.pay');
    expect(new Set(orders().map(({ data }) => data['requestId'])).size).toBe(1);
    expect(places).toEqual(['/packages/buying/pages/result/index?orderId=ord_one']);
  });

  it('leads to the order that waits when the cashier is cancelled', async () => {
    const { page, places } = await open(async () => {
      throw { errMsg: 'requestPayment:fail cancel' };
    });
    await page.tap('.agree');
    await page.tap('.pay');
    expect(places).toEqual(['/packages/buying/pages/order/index?orderId=ord_one']);
  });

  it('leaves it to the server to tell what a failed cashier means', async () => {
    const { page, places } = await open(async () => {
      throw { errMsg: 'requestPayment:fail timeout' };
    });
    await page.tap('.agree');
    await page.tap('.pay');
    expect(places).toEqual(['/packages/buying/pages/result/index?orderId=ord_one']);
  });

  it('shows the price line by line, priced with the best coupon, and orders with it', async () => {
    const { page, orders } = await open(paid, undefined, quotes);
    for (const words of ['原价', '¥88.00', '限时优惠', '−¥20.00', '¥48'])
      expect(page.text()).toContain(words);
    await page.tap('.agree');
    await page.tap('.pay');
    expect(orders()[0]?.data).toMatchObject({ couponId: 'cpn_best' });
  });

  it('prices anew without a coupon when none is wanted, and says why another cannot be used', async () => {
    const { page, orders } = await open(paid, undefined, quotes);
    await page.tap('.amount--coupon');
    expect(page.text()).toContain('满 ¥200 可用');
    await page.part('#coupons').tap('.btn--block');
    expect(page.text()).toContain('不使用');
    await page.tap('.agree');
    await page.tap('.pay');
    expect(orders()[0]?.data).not.toHaveProperty('couponId');
  });

  it('tells before paying that the price has changed, and leads to the order when it is refused', async () => {
    const { page, places } = await open(paid, () => given({ ...order, payable: 8800 }), quotes);
    const asked: string[] = [];
    page.wx['showModal'] = ({ content, success }: Modal) => {
      asked.push(content);
      success({ confirm: false });
    };
    await page.tap('.agree');
    await page.tap('.pay');
    expect(asked).toEqual(['现在应付 ¥88.00，刚才显示的是 ¥48.00。按新价格付款吗？']);
    expect(places).toEqual(['/packages/buying/pages/order/index?orderId=ord_one']);
  });

  it('leads to a course that is owned already', async () => {
    const { page, places } = await open(paid, () =>
      refused('COURSE_ALREADY_OWNED', '您已拥有该课程'),
    );
    await page.tap('.agree');
    await page.tap('.pay');
    expect(places).toEqual(['/packages/buying/pages/course/index?courseId=crs_light']);
  });
});
