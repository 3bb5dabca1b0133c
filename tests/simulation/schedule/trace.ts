import type { PlannedFault } from './plan';
import type { Fault, Site } from './site';

/** One I/O that was done, for people. */
export type Happening = {
  readonly at: number;
  readonly process: string;
  readonly site: string;
  readonly fault?: Fault;
};

/** What a run decided: `draws` and `faults` are enough to do it again. */
export class Trace {
  /** The draws that ordered the run, one a step. */
  readonly draws: number[] = [];
  readonly faults: PlannedFault[] = [];
  /** Every I/O in order; filled only where the run was told to record. */
  readonly story: Happening[] = [];
  private readonly counts: number[] = [];
  private readonly sites: Site[] = [];
  private left = 0x9e3779b9;
  private right = 0x85ebca6b;

  /** Notes that a process came to a site; gives how often this run had been there before. */
  visit(site: Site, processNumber: number): number {
    this.left = Math.imul(this.left ^ site.code, 0xc2b2ae35) + processNumber;
    this.left ^= this.left >>> 15;
    this.right = Math.imul(this.right + processNumber, 0x27d4eb2f) ^ site.code;
    this.right ^= this.right >>> 13;
    const before = this.counts[site.index];
    if (before === undefined) this.sites.push(site);
    this.counts[site.index] = (before ?? 0) + 1;
    return before ?? 0;
  }

  fault(planned: PlannedFault): void {
    this.faults.push(planned);
    this.left = Math.imul(this.left ^ planned.fault.charCodeAt(0), 0x165667b1);
  }

  /** How many I/O were done. */
  get steps(): number {
    return this.draws.length;
  }

  /** Two runs with the same text did the same I/O of the same processes in the same order, with the same faults. */
  get interleaving(): string {
    return [this.left, this.right]
      .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }

  /** Every site of the run and how often it was come to: what there is to strike, one fault at a time. */
  occurrences(): { readonly site: Site; readonly times: number }[] {
    return this.sites.map((site) => ({ site, times: this.counts[site.index] ?? 0 }));
  }
}
