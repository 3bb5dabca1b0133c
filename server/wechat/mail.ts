import { createTransport } from 'nodemailer';
import type { Mail } from '../ports';

/** Mail by SMTP: `smtp://user:password@host:port` or `smtps://…`; opened on the first letter. */
export const smtpMail = ({ url, from }: { url: string; from: string }): Mail => {
  let transport: ReturnType<typeof createTransport> | undefined;
  return {
    async send({ to, subject, text }) {
      if (!url) throw new Error('SMTP_URL is not set: no mail can be sent');
      transport ??= createTransport(url);
      await transport.sendMail({ from, to, subject, text });
    },
  };
};
