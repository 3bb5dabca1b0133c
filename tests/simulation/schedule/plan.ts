import type { Random } from './random';
import type { Fault, Site } from './site';

/** A fault at the k-th time (from 0) that one run comes to a site. */
export type PlannedFault = {
  readonly site: string;
  readonly occurrence: number;
  readonly fault: Fault;
  /** Conflicts in a row; 1 when absent. */
  readonly times?: number;
};

/** Decides what goes wrong where. */
export interface Plan {
  faultAt(site: Site, occurrence: number): PlannedFault | undefined;
  /** Whether a request is lost together with the process that had sent it. */
  lostWithSender(): boolean;
  /** Whether it goes on in the quiet time, as faults can that are named one by one. */
  readonly isPatient?: boolean;
}

/** Nothing goes wrong. */
export const noFaults: Plan = { faultAt: () => undefined, lostWithSender: () => false };

/** Just these faults, and no others: to try every single one, to replay what was found, and to shrink it. */
export const exactPlan = (faults: readonly PlannedFault[]): Plan => {
  const bySite = new Map<string, PlannedFault[]>();
  for (const fault of faults) bySite.set(fault.site, [...(bySite.get(fault.site) ?? []), fault]);
  return {
    faultAt: (site, occurrence) =>
      bySite.get(site.name)?.find((fault) => fault.occurrence === occurrence),
    lostWithSender: () => false,
    isPatient: true,
  };
};

/** How many conflicts come in a row; the last exhausts every retry there is. */
const CONFLICTS_IN_A_ROW = [1, 1, 1, 2, 2, 3, 4, 5, 13];

/** Faults by chance: so often per I/O, of these kinds only, and at sites this lets through. */
export type Rates = {
  readonly random: Random;
  /** From 0 to 1, for each I/O. */
  readonly rate: number;
  readonly enabled: readonly Fault[];
  readonly at?: (site: Site) => boolean;
};

/** Faults by chance. */
export const randomPlan = ({ random, rate, enabled, at }: Rates): Plan => {
  const threshold = rate * 0x1_0000_0000;
  const possible: (readonly Fault[])[] = [];
  const possibleAt = (site: Site) =>
    (possible[site.index] ??=
      (at?.(site) ?? true) ? site.faults.filter((fault) => enabled.includes(fault)) : []);
  return {
    faultAt(site, occurrence) {
      if (random.next() >= threshold) return undefined;
      const choices = possibleAt(site);
      if (choices.length === 0) return undefined;
      const planned = { site: site.name, occurrence, fault: random.pick(choices) };
      return planned.fault === 'conflict'
        ? { ...planned, times: random.pick(CONFLICTS_IN_A_ROW) }
        : planned;
    },
    lostWithSender: () => random.chance(0.5),
  };
};

/** Swarm testing: a seed enables each fault or not, and how often it strikes, so that no two seeds are alike. */
export const swarmPlan = (random: Random, faults: readonly Fault[]): Plan =>
  randomPlan({
    random: random.split('faults'),
    rate: random.pick([0.002, 0.01, 0.03, 0.08]),
    enabled: faults.filter(() => random.chance(0.5)),
  });
