import type { Clock } from '../clock';
import { newRequestId } from '../identifiers';
import type { Caller } from './caller';

/** What every function of this environment shares. */
export interface EnvironmentSettings {
  env: string;
  appid: string;
  /** Address of the gateway, `http://127.0.0.1:PORT`. */
  origin: string;
  /** The console's environment variables. */
  variables: Record<string, string>;
}

const VARIABLES_LIMIT_BYTES = 4096;

/**
 * The fixed part of a function's `process.env`. Redirects both SDKs to this cloud without a change of code;
 * the secrets only have to exist (without them the SDK crashes the process: cloud-protocol 1.4).
 */
export function staticEnvironment(settings: EnvironmentSettings, functionName: string) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'AKIDlocal',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: settings.env,
    SCF_FUNCTIONNAME: functionName,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${settings.origin}/admin` }),
    ...settings.variables,
  };
}

/** Throws when the console would refuse these variables. */
export function checkVariables(variables: Record<string, string>): void {
  const size = Buffer.byteLength(JSON.stringify(variables));
  if (size > VARIABLES_LIMIT_BYTES) {
    throw new Error(`environment variables take ${String(size)} bytes; the platform allows 4 KB`);
  }
}

/** The part of `process.env` that changes with each call: who calls, and the token that proves it. */
export function invocationEnvironment(
  settings: EnvironmentSettings,
  caller: Caller,
  call: { token: string; clock: Clock },
): Record<string, string> {
  const wx = {
    WX_APPID: settings.appid,
    ...(caller.openid && { WX_OPENID: caller.openid }),
    ...(caller.unionid && { WX_UNIONID: caller.unionid }),
    WX_CLIENTIP: caller.clientIp ?? '127.0.0.1',
    WX_API_TOKEN: call.token,
  };
  const trigger = caller.source === 'wx_trigger';
  const tcb = {
    TCB_ENV: settings.env,
    TCB_SEQID: newRequestId(call.clock),
    TCB_SOURCE: caller.source,
    ...(trigger && { TRIGGER_SRC: 'timer' }),
  };
  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
    ...(trigger && { WX_TRIGGER_API_TOKEN_V0: call.token }),
  };
}
