import { openCloud } from '../cloud';

test('mail that a function sends with nodemailer is readable in the outbox', async () => {
  const cloud = await openCloud({ environmentVariables: { SMTP_URL: '{{smtp}}' } });
  const text = `您的验证码是 482913，请在 10 分钟内使用。${'很长的一行'.repeat(30)}`;
  const html = '<p>您的验证码是 <b>482913</b></p>';
  const { result } = await cloud.call('mailer', {
    to: 'anna@x.test',
    subject: '邮箱验证码',
    text,
    html,
  });
  const { mail } = await cloud.get('/_local/outbox');
  await cloud.close();
  expect(result).toBe('sent');
  expect(mail).toEqual([
    {
      at: expect.any(Number),
      from: '课堂 <noreply@shop.test>',
      to: ['anna@x.test'],
      subject: '邮箱验证码',
      text: expect.stringContaining(text),
      html: expect.stringContaining(html),
    },
  ]);
});
