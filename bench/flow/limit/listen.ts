import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as far as the limit programs care. */
export type Asked = { readonly path: string; readonly body: string };

/** Answers every request with JSON on a free port of 127.0.0.1, and says on stdout that it is ready. */
export const listen = (answer: (asked: Asked) => Promise<object>): void => {
  const server = createServer((request, response) => {
    textOf(request)
      .then((body) => answer({ path: request.url ?? '', body }))
      .then(
        (reply) => response.end(JSON.stringify(reply)),
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`ready http://127.0.0.1:${port}\n`);
  });
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};
