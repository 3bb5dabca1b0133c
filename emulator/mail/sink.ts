import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Outbox } from '../outbox/outbox';
import { parseMail } from './message';

/** A mail server that delivers to the outbox. */
export interface MailSink {
  /** `smtp://127.0.0.1:PORT`. */
  url: string;
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1; takes any login and any recipient. */
export async function openMailSink(outbox: Outbox): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, callback) => {
      callback(null, { user: 'local' });
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        outbox.addMail({ ...parseMail(Buffer.concat(chunks)), to });
        callback();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  return { url: `smtp://127.0.0.1:${String(port)}`, close };
}
