import type { Part } from '../sharing/sharingDesk';

/** Somebody who may be given parts of payments, as a merchant names them. */
export interface Receiver {
  type: string;
  account: string;
  name?: string;
}

const TYPES: readonly unknown[] = ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'];
const RELATIONS: readonly unknown[] = [
  'SERVICE_PROVIDER',
  'STORE',
  'STAFF',
  'STORE_OWNER',
  'PARTNER',
  'HEADQUARTER',
  'BRAND',
  'DISTRIBUTOR',
  'USER',
  'SUPPLIER',
  'CUSTOM',
];
const MOST_PARTS = 50;

/** Lists and receivers come as JSON in a text field; undefined when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReceiver(value: unknown): value is Record<string, unknown> {
  const { type, account } = (value ?? {}) as Record<string, unknown>;
  return TYPES.includes(type) && typeof account === 'string' && account !== '';
}

/** The receiver to add or remove; a merchant must give its whole name, and anybody a relation WeChat knows. */
export function receiverIn(text: string): Receiver | undefined {
  const value = parsed(text);
  if (!isReceiver(value)) return undefined;
  const { type, account, name } = value;
  const named = type !== 'MERCHANT_ID' || typeof name === 'string';
  if (!named || !isRelated(value)) return undefined;
  return {
    type: String(type),
    account: String(account),
    ...(typeof name === 'string' && { name }),
  };
}

/** A relation is only told when somebody is added; one of the merchant's own has at most ten characters. */
function isRelated({ relation_type: relation, custom_relation: custom }: Record<string, unknown>) {
  if (relation === undefined) return true;
  const explained = relation !== 'CUSTOM' || [...String(custom ?? '')].length <= 10;
  return RELATIONS.includes(relation) && explained;
}

/** The parts to share a payment into: 1 to 50, whole fen above zero, each with a description. */
export function partsIn(text: string): Part[] | undefined {
  const value = parsed(text);
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PARTS) return undefined;
  const parts = value.filter(isPart);
  return parts.length === value.length
    ? parts.map(({ type, account, amount, description }) => ({
        type,
        account,
        amount,
        description,
      }))
    : undefined;
}

function isPart(value: unknown): value is Part {
  if (!isReceiver(value)) return false;
  const { amount, description } = value;
  const whole = Number.isSafeInteger(amount) && Number(amount) > 0;
  return whole && typeof description === 'string' && description !== '';
}
