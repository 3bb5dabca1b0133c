import { decodeProtobuf, encodeProtobuf } from './protobuf';

/** A file sent as a parameter of an open API. */
export interface UploadedMedia {
  filename: string;
  content: Buffer;
}

/** An open API's parameters as the SDK sends them: snake_case keys. */
export type OpenApiParams = Record<string, unknown>;

/** What an open API answers: JSON, an image, or a refusal before the API was reached. */
export type OpenApiAnswer =
  | { json: Record<string, unknown> }
  | { contentType: string; content: Buffer }
  | { systemError: number };

/**
 * Reads `CommApiData {2 openapiData {repeated 1 pair {1 key, 2 value, 3 contentType, 4 filename}}}`
 * (cloud-protocol 2.10).
 */
export function decodeOpenApiRequest(bytes: Buffer): OpenApiParams {
  const [openapiData] = decodeProtobuf(bytes)[2] ?? [];
  if (!Buffer.isBuffer(openapiData)) return {};
  const pairs = decodeProtobuf(openapiData)[1] ?? [];
  return Object.fromEntries(pairs.filter((pair) => Buffer.isBuffer(pair)).map(decodePair));
}

function decodePair(pair: Buffer): [string, unknown] {
  const { 1: key, 2: value, 4: filename } = decodeProtobuf(pair);
  const name = String(key?.[0] ?? '');
  const content = Buffer.isBuffer(value?.[0]) ? value[0] : Buffer.alloc(0);
  if (filename?.[0] !== undefined) {
    return [name, { filename: String(filename[0]), content } satisfies UploadedMedia];
  }
  return [name, JSON.parse(content.toString('utf8'))];
}

/** Writes `CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode, 6 svrkitErrorCode}`. */
export function encodeOpenApiAnswer(answer: OpenApiAnswer): Buffer {
  const systemError = 'systemError' in answer ? answer.systemError : 0;
  const content =
    'content' in answer ? answer.content : JSON.stringify('json' in answer ? answer.json : {});
  const contentType = 'contentType' in answer ? answer.contentType : 'application/json';
  return encodeProtobuf([
    [1, content],
    [2, contentType],
    [3, systemError],
    [4, 200],
    [6, 0],
  ]);
}
