/** How a simulation is run from the command line. */
export type Options = {
  readonly seeds: number;
  readonly from: number;
  readonly workers: number;
  /** At most so long; the random schedules get what the others leave. */
  readonly minutes: number;
  /** Ids of mutants, or names of campaigns, separated by commas; all when empty. */
  readonly only: string;
  /** Where the report is written. */
  readonly report: string;
};
