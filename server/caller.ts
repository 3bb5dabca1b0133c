import type { Actor } from '../shared/accounts/roles';
import type { User } from './accounts/user';
import { one, type Read } from './database';
import type { Identity } from './ports';

/** Who is calling, as far as it matters: WeChat's word for the identity, our own for the role. */
export type Caller = Identity & {
  readonly actor: Actor;
  /** Absent for visitors, timers and WeChat itself. */
  readonly user?: User;
};

/** A caller who is certainly a user; use cases whose permission row has no visitor may rely on it. */
export const userOf = (caller: Caller): User => {
  if (!caller.user) throw new Error(`${caller.actor} is no user`);
  return caller.user;
};

/** The identity of a person calling; use cases that only people may call may rely on it. */
export const openidOf = (caller: Caller): string => {
  if (!caller.openid) throw new Error(`${caller.actor} has no openid`);
  return caller.openid;
};

const CLOUD_SOURCES: Readonly<Record<string, Actor>> = {
  wx_trigger: 'timer',
  wx_paycallback: 'wechat',
};

const PHONE_SOURCES = ['wx_client', 'wx_devtools'];

/**
 * What the platform's SOURCE makes of a caller. Only the exact word of a trigger or a pay callback counts:
 * a chain that a client began is a client's call, whatever comes after.
 */
export const kindOf = ({ source }: Identity): 'person' | Actor | undefined => {
  const cloud = CLOUD_SOURCES[source];
  if (cloud) return cloud;
  return PHONE_SOURCES.includes(source.split(',')[0] ?? '') ? 'person' : undefined;
};

/** The read that finds the user a WeChat identity answers to. */
export const userBy = (openid: string): Read<User, false> =>
  one<User>('users', { openids: openid });
