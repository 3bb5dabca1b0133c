/** What a reader sees of a message. */
export interface MailContent {
  from: string;
  subject: string;
  text: string;
  html?: string;
}

interface Part {
  headers: Map<string, string>;
  body: Buffer;
}

/** Reads an RFC 822 message as mail libraries write them: encoded words, base64, quoted-printable, nested parts. */
export function parseMail(raw: Buffer): MailContent {
  const message = parsePart(raw);
  const leaves = leavesOf(message);
  const find = (type: string) => leaves.find((part) => contentType(part).startsWith(type));
  const html = find('text/html');
  return {
    from: decodeWords(message.headers.get('from') ?? ''),
    subject: decodeWords(message.headers.get('subject') ?? ''),
    text: textOf(find('text/plain')),
    ...(html && { html: textOf(html) }),
  };
}

function parsePart(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n');
  const head = (end < 0 ? raw : raw.subarray(0, end)).toString('utf8');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4) };
}

function contentType(part: Part): string {
  return part.headers.get('content-type') ?? 'text/plain';
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType(part))?.[1];
  if (boundary === undefined) return [part];
  return part.body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((text) =>
      leavesOf(parsePart(Buffer.from(text.replace(/^\r\n|\r\n$/g, ''), 'latin1'))),
    );
}

function textOf(part: Part | undefined): string {
  if (!part) return '';
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  const ascii = part.body.toString('latin1');
  if (encoding === 'base64') return Buffer.from(ascii, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return fromQuotedPrintable(ascii.replace(/=\r?\n/g, ''));
  return part.body.toString('utf8');
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`; the space between two such words is not part of the text. */
function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(
    /=\?utf-8\?([bq])\?([^?]*)\?=/gi,
    (_whole, kind: string, content: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('utf8')
        : fromQuotedPrintable(content.replaceAll('_', ' ')),
  );
}
