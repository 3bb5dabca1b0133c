import { groupsOf } from '../../../miniprogram/packages/admin/pages/money/balances';

const balance = (account: string, fen: number) => ({ account, name: account, fen });

const figure = (name: string) =>
  groupsOf([
    balance('psp:cloudPay', 19_900),
    balance('earner:usr_one:available', -7_000),
    balance('earner:usr_two:available', -3_000),
    balance('earner:usr_one:receivable', 500),
    balance('suspense', 0),
  ])
    .flatMap(({ figures }) => figures)
    .find((each) => each.name === name);

describe('balances as an owner reads them', () => {
  it('show what is owed as an amount to pay, summed over earners, with each of them behind it', () => {
    expect(figure('应付收益')).toMatchObject({
      fen: 10_000,
      account: '',
      parts: [{ fen: 7_000 }, { fen: 3_000 }],
    });
  });

  it('keep what the shop has as it is, with the account behind it', () => {
    expect(figure('微信支付待结算')).toMatchObject({ fen: 19_900, account: 'psp:cloudPay' });
  });

  it('never show an owed nothing as less than nothing', () => {
    expect(Object.is(figure('待查款项')?.fen, 0)).toBe(true);
  });

  it('offer to write off only what an earner owes', () => {
    expect(figure('待扣回收益')?.writeOff).toBe(true);
    expect(figure('应付收益')?.writeOff).toBe(false);
  });
});
