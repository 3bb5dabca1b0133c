import { FAULTS, knownSites, type Fault, type Site } from './site';

export type SiteCoverage = {
  readonly site: Site;
  /** How often the site was come to. */
  readonly reached: number;
  /** How often each fault struck that can strike there. */
  readonly struck: Readonly<Partial<Record<Fault, number>>>;
};

/** Counts over many runs how often each site was come to, and what went wrong there. */
export class Coverage {
  private readonly reached: number[] = [];
  private readonly struck: number[] = [];

  reach(site: Site): void {
    this.reached[site.index] = (this.reached[site.index] ?? 0) + 1;
  }

  strike(site: Site, fault: Fault): void {
    const place = site.index * FAULTS.length + FAULTS.indexOf(fault);
    this.struck[place] = (this.struck[place] ?? 0) + 1;
  }

  /** Every site that was come to at least once. */
  bySite(): SiteCoverage[] {
    return knownSites()
      .filter(({ index }) => this.reached[index])
      .map((site) => ({
        site,
        reached: this.reached[site.index] ?? 0,
        struck: Object.fromEntries(
          site.faults.map((fault) => [
            fault,
            this.struck[site.index * FAULTS.length + FAULTS.indexOf(fault)] ?? 0,
          ]),
        ),
      }));
  }
}
