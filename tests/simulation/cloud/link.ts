import { CloudError } from '../../../emulator/cloudError';
import {
  siteOf,
  type Effect,
  type Failures,
  type Process,
  type Site,
  type SiteKind,
} from '../schedule';
import { failuresIn, type ErrorForm } from './sdkErrors';

/** One kind of request to the database: what it is called here and there, and how it fails. */
export type Operation = {
  /** The last word of the site's name. */
  readonly name: string;
  readonly kind: SiteKind;
  /** The sites it was sent to so far, by their collections. */
  readonly sites: Map<string | undefined, Site>;
  /** The SDK's name of it, which its errors begin with. */
  readonly api: string;
  readonly form: ErrorForm;
  readonly failures: Failures;
};

/** Describes a kind of request. */
export const operation = (
  name: string,
  kind: SiteKind,
  { api, form }: Pick<Operation, 'api' | 'form'>,
): Operation => ({
  name,
  kind,
  sites: new Map(),
  api,
  form,
  failures: failuresIn(form, api),
});

/** What is asked of a transaction; everything else is asked of the database itself. */
const INSIDE: readonly SiteKind[] = ['begin', 'readInside', 'writeInside', 'commit', 'rollback'];

const siteAt = (collection: string | undefined, { name, kind, sites }: Operation): Site => {
  const known = sites.get(collection);
  if (known) return known;
  const door = INSIDE.includes(kind) ? 'tx' : 'db';
  const site = siteOf([door, collection, name].filter(Boolean).join('.'), kind);
  sites.set(collection, site);
  return site;
};

/** A request of one process to the database; what the cloud refuses comes back in the SDK's words. */
export const request = <T>(
  process: Process,
  of: Operation,
  { collection, effect }: { readonly collection?: string; readonly effect: Effect<T> },
): Promise<T> =>
  process.io(
    siteAt(collection, of),
    (how) => {
      try {
        return effect(how);
      } catch (error) {
        throw error instanceof CloudError ? of.form(of.api, error) : error;
      }
    },
    of.failures,
  );
