import { PLATFORMS } from '../../shared/orders/contract';
import { routeFor, ROUTES, type Goods } from '../../shared/orders/routes';

const before = Date.parse('2026-03-31T23:59:59+08:00');
const after = Date.parse('2026-04-01T00:00:00+08:00');
const virtual: Goods = 'virtual';

describe('the payment route table', () => {
  it.each(['ios', 'android', 'ohos', 'windows', 'mac'] as const)(
    'F39: on %s courses go through virtual payment from April 2026 on, through cloudPay before',
    (platform) => {
      const route = (now: number) => routeFor({ platform, goods: virtual, amount: 9900, now });
      expect(route(before)?.provider).toBe('cloudPay');
      expect(route(after)?.provider).toBe('virtualPay');
    },
  );

  it('pays by cloudPay in the tools and the browser, where virtual payment does not exist', () => {
    const route = routeFor({ platform: 'devtools', goods: virtual, amount: 1, now: after });
    expect(route?.provider).toBe('cloudPay');
  });

  it('F55: nothing under one yuan is sold on iOS, one yuan is', () => {
    const route = (amount: number) =>
      routeFor({ platform: 'ios', goods: virtual, amount, now: after })?.provider;
    expect([route(99), route(100)]).toEqual([undefined, 'virtualPay']);
  });

  it('knows a way for every platform and kind of goods, today and ever since', () => {
    const cases = PLATFORMS.flatMap((platform) =>
      (['virtual', 'service'] as const).flatMap((goods) =>
        [0, before, after].map((now) => ({ platform, goods, now, amount: 100 })),
      ),
    );
    expect(cases.filter((each) => routeFor(each) === undefined)).toEqual([]);
  });

  it('names the source of every rule', () => {
    expect(ROUTES.filter(({ source }) => source.length < 20)).toEqual([]);
  });
});
