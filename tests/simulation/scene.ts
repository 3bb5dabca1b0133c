import { handler as createOrder } from '../../cloudfunctions/createOrder';
import type { PaymentProvider, PaymentProviders } from '../../server/payments';
import type { Transfers } from '../../server/transfers';
import { course } from '../orders/stage';
import { SimulatedCloud, simulatedPorts } from './cloud';
import { Schedule, siteOf, type Options, type Process } from './schedule';

const PREPAY = siteOf('provider.prepay', 'call');

/** A provider that only ever prepares payments: the scene ends before anybody pays. */
const cashier = (process: Process): PaymentProviders => {
  const refuse = () => Promise.resolve({ kind: 'unknown', detail: 'not in this scene' } as const);
  const provider: PaymentProvider = {
    name: 'cloudPay',
    prepayLasts: true,
    payee: () => ({ merchant: 'm', appId: 'a', live: true }),
    prepay: ({ orderId }) =>
      process.io(PREPAY, () => ({
        kind: 'ready' as const,
        payment: { provider: 'cloudPay', orderId } as never,
      })),
    query: refuse,
    close: refuse,
    refund: refuse,
    queryRefund: refuse,
    reportDelivery: refuse,
    bill: refuse,
    readBill: () => undefined,
  };
  return { route: () => provider, named: () => provider, read: () => undefined };
};

/** Nobody is paid out in this scene. */
const transfers: Transfers = {
  methods: [],
  submit: () => Promise.resolve({ kind: 'unknown', detail: 'not in this scene' }),
  query: () => Promise.resolve({ kind: 'unknown', detail: 'not in this scene' }),
};

/** A shop with one course that has so many seats, and so many learners. */
const openShop = (cloud: SimulatedCloud, seats: number, learners: number): void => {
  cloud.put('settings', {
    _id: 'shop',
    shopName: 'shop',
    banners: [],
    recommended: [],
    plans: [],
    refundRule: { days: 7, maxPercent: 20, teacherLimit: 20_000 },
  });
  cloud.put('courses', course('crs_limited', { seatCap: seats }));
  for (let i = 0; i < learners; i += 1) {
    cloud.put('users', {
      _id: `usr_${i}`,
      version: 1,
      role: 'learner',
      nickname: `learner ${i}`,
      openids: [`open_${i}`],
      names: [],
      rights: { courses: {}, membership: {} },
      joinedAt: 1,
    });
  }
};

export type Scene = { readonly seats: number; readonly learners: number };

/** Learners who all want the last seats of one course at the same moment, each tapping twice. */
export const rush = async ({ seats, learners }: Scene, options: Options) => {
  const schedule = new Schedule(options);
  const cloud = new SimulatedCloud(schedule);
  openShop(cloud, seats, learners);
  const calls = Array.from({ length: learners * 2 }, (_, i) => {
    const who = Math.floor(i / 2);
    return schedule.spawn(`createOrder ${i}`, (process) => {
      const identity = { openid: `open_${who}`, source: 'wx_client', clientIp: '1.2.3.4' };
      const ports = simulatedPorts({ cloud, process, identity, pay: cashier(process), transfers });
      return createOrder(ports)({
        requestId: `req-${who}`,
        item: { kind: 'course', id: 'crs_limited' },
      });
    });
  });
  const stop = await schedule.run();
  const outcomes = await Promise.all(calls.map(({ ended }) => ended));
  return { schedule, cloud, outcomes, stop };
};
