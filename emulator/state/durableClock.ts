import { MovableClock } from '../clock';
import type { StateFile } from './stateFile';

/** The cloud's clock, remembering how far it was moved: a restart does not turn it back. */
export class DurableClock extends MovableClock {
  private readonly shelf;

  constructor(state: StateFile) {
    const shelf = state.shelf<number>('clock');
    super(shelf.get('ahead') ?? 0);
    this.shelf = shelf;
  }

  override advance(ms: number): void {
    super.advance(ms);
    this.shelf.put('ahead', this.ahead());
  }
}
