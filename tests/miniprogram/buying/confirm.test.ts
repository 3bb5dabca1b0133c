import { given, lost, openPage, refused, signedIn, type Answers } from '../openPage';

const PAGE = 'packages/buying/pages/confirm';
const query = { kind: 'course', id: 'crs_light' };
const payment = { provider: 'cloudPay', params: { signType: 'MD5' } };
const order = { orderId: 'ord_one', payable: 6800, status: 'pending', expiresAt: 0, payment };

const course = {
  title: '手机摄影',
  teacher: { nickname: '苏晚晴' },
  lessonCount: 3,
  price: 6800,
  refundRule: '购买后 7 天内可退',
};

type Consent = { tmplIds: string[]; complete: () => void };

const open = async (
  cashier: () => Promise<unknown>,
  createOrder: () => unknown = () => given(order),
) => {
  const answers: Answers = {
    getMe: signedIn('learner', { messageTemplates: { paid: 'tmpl_paid' } }),
    getCourse: () => given({ course, owned: false }),
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

  it('leads to a course that is owned already', async () => {
    const { page, places } = await open(paid, () =>
      refused('COURSE_ALREADY_OWNED', '您已拥有该课程'),
    );
    await page.tap('.agree');
    await page.tap('.pay');
    expect(places).toEqual(['/packages/buying/pages/course/index?courseId=crs_light']);
  });
});
