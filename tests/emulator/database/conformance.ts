import { describeAggregating } from './conformance/aggregating';
import type { Environment } from './conformance/cloudDatabase';
import { useFixture } from './conformance/fixture';
import { describeReading } from './conformance/reading';
import { describeTransactions } from './conformance/transacting';
import { describeWriting } from './conformance/writing';

/**
 * Checks an environment's database through an SDK alone, so that the same checks judge the local cloud
 * and a real one. Two collections named `conformance…` are created and emptied.
 */
export function describeDatabase(open: () => Promise<Environment>): void {
  const use = useFixture(open);
  describeReading(use);
  describeWriting(use);
  describeAggregating(use);
  describeTransactions(use);
}
