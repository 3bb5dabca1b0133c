import type { Clock } from '../clock';
import type { Shelf, StateFile } from '../state/stateFile';

const RESOLUTION_MS = 60_000;

/** When each user last used the mini-program; some open APIs want to know. */
export class Visitors {
  private readonly lastSeen: Shelf<number>;

  constructor(
    state: StateFile,
    private readonly clock: Clock,
  ) {
    this.lastSeen = state.shelf<number>('visitor');
  }

  /** Notes a use; within a minute of the last one there is nothing new to keep. */
  seen(openid: string): void {
    if ((this.away(openid) ?? Infinity) > RESOLUTION_MS)
      this.lastSeen.put(openid, this.clock.now());
  }

  /** Milliseconds since the last use; undefined for somebody who never came. */
  away(openid: string): number | undefined {
    const at = this.lastSeen.get(openid);
    return at === undefined ? undefined : this.clock.now() - at;
  }
}
