import { gzipSync } from 'node:zlib';
import { fromBeijingStamp } from '../../beijing';
import type { PayApi } from '../../gateway/payAction';
import { isBillReady } from '../billLines';
import { cloudPayBill, type BillType } from './bill';
import { field, type PayAnswer } from './answer';
import type { CloudPayParts } from './parts';

const DAY_MS = 24 * 3_600_000;
const TYPES: readonly string[] = ['ALL', 'SUCCESS', 'REFUND'] satisfies BillType[];

/** The bill of one Beijing day as CSV text, gzipped when `tar_type` asks for it. */
export function downloadBill(parts: CloudPayParts): PayApi {
  return (params) => {
    const stamp = field(params, 'bill_date');
    const type = field(params, 'bill_type') || 'ALL';
    const day = stamp.length === 8 ? fromBeijingStamp(stamp) : NaN;
    if (Number.isNaN(day)) return failed('invalid bill_date', '20001');
    if (!TYPES.includes(type)) return failed('invalid bill_type', '20001');
    if (!isBillReady(parts, day)) return failed('Bill Creating', '20002');
    const text = cloudPayBill(parts, { from: day, to: day + DAY_MS, type: type as BillType });
    if (text === undefined) return failed('No Bill Exist', '20002');
    return field(params, 'tar_type') === 'GZIP' ? gzipSync(text) : text;
  };
}

function failed(return_msg: string, error_code: string): PayAnswer {
  return { return_code: 'FAIL', return_msg, error_code };
}
