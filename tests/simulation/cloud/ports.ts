import type { Identity, Ids, Ports, Settings, Storage } from '../../../server/ports';
import { openDatabase } from '../../../server/wechat/database';
import { cryptoIds } from '../../../server/wechat/ids';
import { siteOf, type Process } from '../schedule';
import { simulatedDatabase } from './database';
import type { SimulatedCloud } from './simulatedCloud';

const REST = siteOf('db.rest', 'pause');
const CHECK = siteOf('contentCheck.text', 'call');
const MESSAGE = siteOf('messages.send', 'call');
const LETTER = siteOf('mail.send', 'call');
const LINKS = siteOf('storage.temporaryLinks', 'call');
const INSPECT = siteOf('storage.inspect', 'call');
const UPLOAD = siteOf('storage.upload', 'call');
const REMOVE = siteOf('storage.remove', 'call');

const HEAD_BYTES = 64;
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz';
const FRESH_LETTERS = 20;
/** Ids that hang on the simulated shop's secret, as the real shop makes them. */
export const secretIds = cryptoIds('the secret of the simulated shop');

/** A process that calls a function, and what differs from call to call. */
export type Call = {
  readonly cloud: SimulatedCloud;
  readonly process: Process;
  readonly identity: Identity;
  readonly settings?: Partial<Settings>;
} & Pick<Ports, 'pay' | 'transfers'>;

/** Everything a function needs from outside itself, simulated for one process. */
export const simulatedPorts = ({ cloud, process, identity, settings, ...money }: Call): Ports => ({
  db: openDatabase(simulatedDatabase(cloud.store, process), {
    pause: (ms) => process.sleep(ms, REST),
    chance: () => cloud.random.next() / 0x1_0000_0000,
  }),
  identify: () => identity,
  ...money,
  storage: simulatedStorage(cloud, process),
  contentCheck: {
    // As the real one: what cannot be checked waits for a person.
    text: () => process.io(CHECK, () => 'pass' as const).catch(() => 'review' as const),
  },
  messages: {
    send: (message) =>
      process.io(MESSAGE, () => {
        cloud.messages.push(message);
        return true;
      }),
  },
  mail: { send: (letter) => process.io(LETTER, () => void cloud.letters.push(letter)) },
  clock: { now: () => process.now() },
  ids: simulatedIds(cloud),
  log: (line) => void cloud.log.push(line),
  settings: {
    firstAdminOpenids: [],
    soleAdmin: false,
    messageTemplates: { answered: 'answered', refunded: 'refunded', paid: 'paid' },
    payments: {},
    ...settings,
  },
});

/** Fresh ids by the seed; derived and sealed ones as the real shop makes them. */
export const simulatedIds = ({ random, derivedIds }: SimulatedCloud): Ids => ({
  fresh: (prefix) => {
    let id = `${prefix}_`;
    for (let letter = 0; letter < FRESH_LETTERS; letter += 1) {
      id += ALPHABET[random.below(ALPHABET.length)];
    }
    return id;
  },
  digits: (count) => Array.from({ length: count }, () => random.below(10)).join(''),
  derived: (prefix, ...parts) => {
    const key = `${prefix}\n${parts.join('\n')}`;
    const known = derivedIds.get(key);
    if (known !== undefined) return known;
    const id = secretIds.derived(prefix, ...parts);
    derivedIds.set(key, id);
    return id;
  },
  sealed: secretIds.sealed,
});

const simulatedStorage = ({ files }: SimulatedCloud, process: Process): Storage => ({
  temporaryLinks: (fileIds, seconds) =>
    process.io(LINKS, () => {
      const known = fileIds.filter((fileId) => files.has(fileId));
      return new Map(known.map((fileId) => [fileId, `simulated:${fileId}?seconds=${seconds}`]));
    }),
  inspect: (fileId) =>
    process.io(INSPECT, () => {
      const content = files.get(fileId);
      if (!content) return undefined;
      return {
        bytes: content.length,
        head: content.slice(0, HEAD_BYTES),
        read: (from: number, length: number) =>
          process.io(INSPECT, () => content.slice(from, from + length)),
      };
    }),
  upload: (cloudPath, content) =>
    process.io(UPLOAD, () => {
      const fileId = `cloud://simulated/${cloudPath}`;
      files.set(fileId, content);
      return fileId;
    }),
  remove: (fileIds) =>
    process.io(REMOVE, () => {
      for (const fileId of fileIds) files.delete(fileId);
    }),
});
