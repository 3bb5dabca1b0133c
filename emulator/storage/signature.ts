import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { StateFile } from '../state/stateFile';

/** Signs what a link allows (method, path, expiry, owner) with a secret that outlives restarts. */
export class LinkSigner {
  private readonly secret: string;

  constructor(state: StateFile) {
    const shelf = state.shelf<string>('storageSecret');
    this.secret = shelf.get('hmac') ?? randomBytes(32).toString('hex');
    shelf.put('hmac', this.secret);
  }

  sign(parts: string[]): string {
    return createHmac('sha256', this.secret).update(parts.join('\n')).digest('hex');
  }

  verifies(parts: string[], signature: string): boolean {
    const expected = Buffer.from(this.sign(parts));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
