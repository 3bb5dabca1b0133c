/** A decoded message: each field number with its values, numbers for varints and bytes for the rest. */
export type ProtobufMessage = Record<number, (number | Buffer)[]>;

/** A field to encode: its number and a varint or bytes. */
export type ProtobufField = [number, number | string | Buffer];

const VARINT = 0;
const BYTES = 2;

/** Reads the two wire types WeChat's messages use; throws on any other. */
export function decodeProtobuf(bytes: Buffer): ProtobufMessage {
  const message: ProtobufMessage = {};
  let position = 0;
  const readVarint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[position++];
      if (byte === undefined) throw new Error('protobuf message ends early');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  const readBytes = () => {
    const length = readVarint();
    position += length;
    return bytes.subarray(position - length, position);
  };
  while (position < bytes.length) {
    const tag = readVarint();
    const wireType = tag & 7;
    if (wireType !== VARINT && wireType !== BYTES) {
      throw new Error(`protobuf wire type ${String(wireType)} is not supported`);
    }
    (message[tag >>> 3] ??= []).push(wireType === VARINT ? readVarint() : readBytes());
  }
  return message;
}

/** Writes fields in order. */
export function encodeProtobuf(fields: ProtobufField[]): Buffer {
  return Buffer.concat(fields.map(encodeField));
}

function encodeField([number, value]: ProtobufField): Buffer {
  if (typeof value === 'number') {
    return Buffer.concat([encodeVarint((number << 3) | VARINT), encodeVarint(value)]);
  }
  const content = Buffer.from(value);
  return Buffer.concat([
    encodeVarint((number << 3) | BYTES),
    encodeVarint(content.length),
    content,
  ]);
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
