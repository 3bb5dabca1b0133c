/** A form field: text, or the bytes of an octet-stream part. */
export type FormField = string | Buffer;

/** The parts of a multipart/form-data body by name. */
export function parseMultipart(body: Buffer, contentType: string): Record<string, FormField> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('multipart body without a boundary');
  const delimiter = Buffer.from(`--${boundary}`);
  const fields: Record<string, FormField> = {};
  let start = body.indexOf(delimiter);
  for (let end = nextDelimiter(body, delimiter, start); end >= 0;) {
    const [name, value] = parsePart(body.subarray(start + delimiter.length + 2, end - 2));
    fields[name] = value;
    start = end;
    end = nextDelimiter(body, delimiter, start);
  }
  return fields;
}

function nextDelimiter(body: Buffer, delimiter: Buffer, after: number): number {
  return after < 0 ? -1 : body.indexOf(delimiter, after + delimiter.length);
}

function parsePart(part: Buffer): [string, FormField] {
  const headEnd = part.indexOf('\r\n\r\n');
  const head = part.subarray(0, headEnd).toString('utf8');
  const name = /name="([^"]+)"/.exec(head)?.[1] ?? '';
  const content = part.subarray(headEnd + 4);
  return [name, /octet-stream/i.test(head) ? content : content.toString('utf8')];
}
