import type { Clock } from '../../clock';
import { decodeDocument } from '../bson/decode';
import type { Document } from '../bson/value';
import { invalidParameter } from '../errors';

/** The raw fields of one action's body, read with the checks the cloud would make. */
export class Parameters {
  constructor(
    private readonly fields: Record<string, unknown>,
    private readonly clock: Clock,
  ) {}

  /** A field that must be a non-empty string. */
  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} is required`);
    return value;
  }

  /** A string field that may be absent. */
  optionalText(name: string): string | undefined {
    return this.fields[name] === undefined || this.fields[name] === null
      ? undefined
      : this.text(name);
  }

  /** A non-negative integer, or the fallback when absent. */
  count(name: string, fallback: number): number {
    const value = this.fields[name] ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      throw invalidParameter(`${name} must be a non-negative integer`);
    }
    return value;
  }

  flag(name: string): boolean {
    return this.fields[name] === true;
  }

  /** A field that is an array. */
  list(name: string): unknown[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) throw invalidParameter(`${name} must be an array`);
    return value;
  }

  /** A field of extended JSON text; an absent one is an empty document. */
  document(name: string): Document {
    const text = this.optionalText(name);
    return text === undefined ? {} : decodeDocument(text, this.clock);
  }

  /** A field that lists extended JSON texts. */
  documents(name: string): Document[] {
    return this.list(name).map((text) => {
      if (typeof text !== 'string') throw invalidParameter(`${name} must hold strings`);
      return decodeDocument(text, this.clock);
    });
  }
}
