import type { Clock } from '../clock';
import { randomHex } from '../identifiers';

const LIFE_S = 7200;

/** `cgi-bin/stable_token`: one token for two hours, the same one until it expires. */
export class AccessTokens {
  private token = '';
  private expiresAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly account: { appid: string; secret: string },
  ) {}

  /** A token, or WeChat's error number for a wrong account. */
  issue(
    appid: string,
    secret: string,
  ): { access_token: string; expires_in: number } | 40013 | 40125 {
    if (appid !== this.account.appid) return 40013;
    if (secret !== this.account.secret) return 40125;
    if (this.clock.now() >= this.expiresAt) {
      this.token = randomHex(32);
      this.expiresAt = this.clock.now() + LIFE_S * 1000;
    }
    const left = Math.ceil((this.expiresAt - this.clock.now()) / 1000);
    return { access_token: this.token, expires_in: left };
  }

  isValid(token: string): boolean {
    return token !== '' && token === this.token && this.clock.now() < this.expiresAt;
  }
}
