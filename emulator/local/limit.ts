import { HttpError, type Exchange } from '../http/exchange';

/** The `limit` of a list's address; HttpError 400 when it is not a whole number above 0. */
export function limitOf(exchange: Exchange, fallback: number): number {
  const limit = Number(exchange.query.get('limit') ?? fallback);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new HttpError(400, 'limit must be a whole number above 0');
}
