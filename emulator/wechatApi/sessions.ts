import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { randomHex } from '../identifiers';
import type { Shelf, StateFile } from '../state/stateFile';

/** A code that `wx.login` gave and what became of it. */
interface LoginCode {
  openid: string;
  unionid?: string;
  issuedAt: number;
  used: boolean;
}

/** What `sns/jscode2session` answers. */
export interface Session {
  openid: string;
  unionid?: string;
  session_key: string;
}

const CODE_LIFE_MS = 5 * 60_000;

/** Login codes and session keys. A user's session key stays the same, as it mostly does on a real phone. */
export class Sessions {
  private readonly codes: Shelf<LoginCode>;
  private readonly keys: Shelf<string>;

  constructor(
    state: StateFile,
    private readonly clock: Clock,
  ) {
    this.codes = state.shelf<LoginCode>('loginCode');
    this.keys = state.shelf<string>('sessionKey');
  }

  /** `wx.login`: a code for one use within five minutes. */
  issueCode(openid: string, unionid?: string): string {
    const code = randomHex(16);
    this.codes.put(code, {
      openid,
      issuedAt: this.clock.now(),
      used: false,
      ...(unionid && { unionid }),
    });
    this.codes.trim(1000);
    return code;
  }

  /** Exchanges a code: 40029 for one that never was or is too old, 40163 for one already used. */
  exchange(code: string): Session | 40029 | 40163 {
    const known = this.codes.get(code);
    if (!known || this.clock.now() - known.issuedAt > CODE_LIFE_MS) return 40029;
    if (known.used) return 40163;
    this.codes.put(code, { ...known, used: true });
    const { openid, unionid } = known;
    return { openid, ...(unionid && { unionid }), session_key: this.openKey(openid) };
  }

  /** The user's session key, if the user has ever logged in. */
  keyOf(openid: string): string | undefined {
    return this.keys.get(openid);
  }

  private openKey(openid: string): string {
    const key = this.keys.get(openid) ?? randomBytes(16).toString('base64');
    this.keys.put(openid, key);
    return key;
  }
}
