import { CloudError } from '../cloudError';
import type { Action, ActionRequest } from './actionRequest';
import { textOf } from './actionRequest';
import {
  decodeOpenApiRequest,
  encodeOpenApiAnswer,
  type OpenApiAnswer,
  type OpenApiParams,
} from './openApiMessage';

/** One open API: parameters in snake_case and the function's user, if any. */
export type OpenApi = (params: OpenApiParams) => Promise<OpenApiAnswer> | OpenApiAnswer;

/** The function's config.json does not list the API (cloud-protocol 2.10). */
const NO_PERMISSION = -604101;
const NO_SUCH_API = -604100;
const NOT_IN_A_FUNCTION = -604104;

/** `wx.openApi`: checks the function's permission and answers from a table of APIs. */
export function openApiAction(apis: Record<string, OpenApi>): Action {
  return async (request) => ({ bytes: encodeOpenApiAnswer(await answer(request, apis)) });
}

async function answer(
  request: ActionRequest,
  apis: Record<string, OpenApi>,
): Promise<OpenApiAnswer> {
  const { params, invocation } = request;
  const name = textOf(params, 'apiName');
  if (!invocation) return { systemError: NOT_IN_A_FUNCTION };
  const allowed = invocation.function.config.permissions?.openapi ?? [];
  if (!allowed.includes(name)) return { systemError: NO_PERMISSION };
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
  if (!api) {
    invocation.logs.push({ level: 'error', text: `emulator: open API ${name} is not emulated` });
    return { systemError: NO_SUCH_API };
  }
  const bytes = params['requestData'];
  if (!Buffer.isBuffer(bytes)) throw new CloudError('INVALID_PARAM', 'requestData is missing');
  return api(decodeOpenApiRequest(bytes));
}
