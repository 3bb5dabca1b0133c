import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type KeyPair = { readonly publicKey: string; readonly privateKey: string };

/** Keys of the merchant and of WeChat Pay, which sign only what never leaves this machine. */
export type LocalKeys = { readonly merchant: KeyPair; readonly wechat: KeyPair };

const keyPair = (): KeyPair =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** The keys kept in a file. Making them takes longer than all else at the start of a shop, so they are made once. */
export const keptKeys = (file: string): LocalKeys => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys;
  } catch {
    return madeKeys(file);
  }
};

/** Whole or not at all: another shop may start at the same moment. */
const madeKeys = (file: string): LocalKeys => {
  const keys = { merchant: keyPair(), wechat: keyPair() };
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
  renameSync(draft, file);
  return keys;
};
