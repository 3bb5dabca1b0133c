import { mayMailCode } from '../../server/accounts/codeLimits';
import { CODE_LIFE_MS, emailCodesOf } from '../../server/accounts/emailCodes';
import { openidOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { smtpMail } from '../../server/wechat/mail';
import { sendEmailCode as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async ({ email }, context) => {
    const { caller, db, ids, log, mail, now } = context;
    const claim = { openid: openidOf(caller), email };
    if (!(await mayMailCode(context, claim))) return fail('RATE_LIMITED');

    const code = await emailCodesOf(db, ids).issue(claim, now);
    try {
      await mail.send({ to: email, subject: '邮箱验证码', text: letter(code) });
    } catch (error) {
      log({ level: 'error', event: 'mail not sent', error: String(error) });
      return fail('MAIL_UNAVAILABLE');
    }
    return ok({});
  },
});

const letter = (code: string) =>
  `您的验证码是 ${code}，${CODE_LIFE_MS / 60_000} 分钟内有效。如果不是您本人操作，请忽略这封邮件。`;

export const main = live(handler, {
  mail: (env) => smtpMail({ url: env.SMTP_URL, from: env.MAIL_FROM }),
});
