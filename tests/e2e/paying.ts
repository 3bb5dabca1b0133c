import type { Phone } from './phone';

/** Pays at WeChat's cashier, which is open. */
export const pay = async (phone: Phone) => {
  await phone.tap('确认支付');
  for (const digit of '123456')
    await phone.page.getByRole('button', { name: digit, exact: true }).click();
};

/** Goes from the confirmation of an order through WeChat's cashier, as a buyer does. */
export const agreeAndPay = async (phone: Phone) => {
  await phone.tap('我已阅读并同意以上退款规则');
  await phone.press('微信支付');
  await phone.sees('购买成功通知');
  await phone.confirm('取消');
  await pay(phone);
};
