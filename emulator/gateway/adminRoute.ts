import { CloudError } from '../cloudError';
import type { Clock } from '../clock';
import type { InvocationTokens } from '../functions/invocation';
import { json, readBody, type Exchange, type Reply, type Route } from '../http/exchange';
import { newRequestId } from '../identifiers';
import type { Action, ActionAnswer, ActionRequest } from './actionRequest';
import { parseMultipart } from './multipart';

/** What `POST /admin` needs. */
export interface AdminParts {
  actions: Record<string, Action>;
  tokens: InvocationTokens;
  clock: Clock;
}

/** The TCB wire protocol: one endpoint, dispatch on `action`, always HTTP 200 (cloud-protocol 2.1). */
export function adminRoute(parts: AdminParts): Route {
  return {
    method: 'POST',
    path: '/admin',
    handle: async (exchange) => {
      const requestId = newRequestId(parts.clock);
      try {
        return replyTo(await dispatch(exchange, parts), requestId);
      } catch (error) {
        return json({ requestId, ...errorFields(error) });
      }
    },
  };
}

async function dispatch(exchange: Exchange, parts: AdminParts): Promise<ActionAnswer> {
  const params = await readParams(exchange);
  const name = String(params['action']);
  const action = Object.hasOwn(parts.actions, name) ? parts.actions[name] : undefined;
  if (!action) throw new CloudError('INVALID_PARAM', `emulator: unknown action ${name}`);
  const invocation = findInvocation(parts.tokens, params['wxCloudApiToken']);
  const request: ActionRequest = { action: name, params, invocation };
  return invocation ? recorded(action, request) : action(request);
}

async function readParams(exchange: Exchange): Promise<Record<string, unknown>> {
  const contentType = exchange.headers['content-type'] ?? '';
  const body = await readBody(exchange);
  if (contentType.startsWith('multipart/')) return parseMultipart(body, contentType);
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
}

/** The run behind a token. A run that has returned is frozen: its forgotten work fails loudly. */
function findInvocation(tokens: InvocationTokens, token: unknown) {
  if (typeof token !== 'string' || token === '') return undefined;
  const invocation = tokens.find(token);
  if (!invocation)
    throw new CloudError('INVALID_COMMON_PARAM', 'emulator: unknown wxCloudApiToken');
  if (tokens.isFrozen(token)) {
    const text = `emulator: ${invocation.function.name} has already returned; production freezes it here. Await all work before returning.`;
    invocation.logs.push({ level: 'error', text });
    throw new CloudError('INVALID_REQUEST_SOURCE', text);
  }
  return invocation;
}

const TRACED_CALLS = 300;

async function recorded(action: Action, request: ActionRequest): Promise<ActionAnswer> {
  const began = performance.now();
  const call = { action: request.action, subject: subjectOf(request.params), durationMs: 0 };
  const calls = request.invocation?.calls ?? [];
  if (calls.length < TRACED_CALLS) calls.push(call);
  try {
    return await action(request);
  } catch (error) {
    Object.assign(call, { error: (error as Error).message });
    throw error;
  } finally {
    call.durationMs = Math.round((performance.now() - began) * 10) / 10;
  }
}

/** What the request is about, in a word for the trace. */
function subjectOf(params: Record<string, unknown>): string {
  const subject =
    params['collectionName'] ??
    params['function_name'] ??
    params['apiName'] ??
    params['path'] ??
    '';
  return typeof subject === 'string' ? subject : '';
}

/**
 * Open API and pay answers must not carry the JSON content type: that one means an error to the SDK
 * (cloud-protocol 2.10, 2.11).
 */
function replyTo(answer: ActionAnswer, requestId: string): Reply {
  if ('fields' in answer) return json({ requestId, ...answer.fields });
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream' },
    body: answer.bytes,
  };
}

function errorFields(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'SYS_ERR', message: `emulator: ${text}` };
}
