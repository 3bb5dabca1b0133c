import type { Database } from './database';
import type { PaymentProviders } from './payments';
import type { Transfers } from './transfers';

/** All that a function needs from outside itself. Nothing else reads a clock, chance, the network or the SDK. */
export interface Ports {
  readonly db: Database;
  readonly identify: () => Identity;
  readonly pay: PaymentProviders;
  readonly transfers: Transfers;
  readonly storage: Storage;
  readonly contentCheck: ContentCheck;
  readonly messages: Messages;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: Settings;
}

/** Who WeChat says is calling: never a field of the event. */
export interface Identity {
  readonly openid: string | undefined;
  /** The platform's SOURCE chain, such as `wx_client`, `wx_trigger`, `wx_paycallback`, `wx_client,scf`. */
  readonly source: string;
  /** The caller's address, for limits on those who are nobody yet. */
  readonly clientIp: string;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Ids {
  /** A new id: `prefix_` and 20 characters that nobody can guess. */
  fresh(prefix: string): string;
  /** The same id for the same parts, always: for what may exist only once. `prefix_` and 24 characters. */
  derived(prefix: string, ...parts: string[]): string;
  /** As many random decimal digits, from a cryptographic source. */
  digits(count: number): string;
  /** A keyed hash that cannot be turned back without the deployment's secret. */
  sealed(text: string): string;
}

export interface Log {
  (
    line: { readonly level: 'info' | 'warn' | 'error'; readonly event: string } & Readonly<
      Record<string, unknown>
    >,
  ): void;
}

export interface Storage {
  /** Links that end after so many seconds, by file id; a file that does not exist is missing from the answer. */
  temporaryLinks(fileIds: readonly string[], seconds: number): Promise<ReadonlyMap<string, string>>;
  /** Looks into a stored file, or undefined when there is none. */
  inspect(fileId: string): Promise<StoredFile | undefined>;
  upload(cloudPath: string, content: Uint8Array): Promise<string>;
  remove(fileIds: readonly string[]): Promise<void>;
}

export interface StoredFile {
  readonly bytes: number;
  /** The first 64 bytes. */
  readonly head: Uint8Array;
  /** So many bytes from a place on; fewer where the file ends. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** WeChat's scenes: 1 profile, 2 comment, 3 forum, 4 social log. */
export type CheckScene = 1 | 2 | 3 | 4;

export interface ContentCheck {
  /** What WeChat thinks of a text someone wrote; when it cannot say, the answer is `review`, never `pass`. */
  text(openid: string, scene: CheckScene, content: string): Promise<'pass' | 'review' | 'reject'>;
}

export interface Messages {
  /** Sends a subscribe message; false when the user has not asked for one, which is no failure. */
  send(message: {
    readonly openid: string;
    readonly template: keyof Settings['messageTemplates'];
    readonly page: string;
    readonly fields: Readonly<Record<string, string>>;
  }): Promise<boolean>;
}

export interface Mail {
  send(letter: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
}

/** What the owner set when deploying, read from the environment once. */
export interface Settings {
  readonly firstAdminOpenids: readonly string[];
  /** The shop has a single admin, who may do alone what otherwise takes two. */
  readonly soleAdmin: boolean;
  readonly messageTemplates: Readonly<Record<'answered' | 'refunded' | 'paid', string>>;
  readonly payments: {
    readonly cloudPay?: {
      readonly subMchId: string;
      readonly envId: string;
      /** Whether WeChat wants to hear of deliveries before it settles. */
      readonly reportShipping: boolean;
      /** Percent of a payment that may be shared with its teacher (分账); absent where nothing is shared. */
      readonly sharePercent?: number;
    };
    readonly virtualPay?: {
      readonly appId: string;
      readonly appSecret: string;
      readonly offerId: string;
      readonly appKey: string;
      /** 0 live, 1 sandbox. */
      readonly env: 0 | 1;
    };
  };
}
