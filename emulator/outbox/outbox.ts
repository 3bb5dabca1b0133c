import type { Clock } from '../clock';
import { randomHex } from '../identifiers';
import type { Shelf, StateFile } from '../state/stateFile';

/** An e-mail as its reader sees it. */
export interface Mail {
  at: number;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
}

/** A subscribe message that reached a user. */
export interface SubscribeMessage {
  at: number;
  openid: string;
  templateId: string;
  page: string;
  /** `{thing1: {value}}` as it was sent. */
  data: Record<string, unknown>;
}

/** A content check and its verdict. */
export interface ContentCheck {
  at: number;
  openid: string;
  kind: 'text' | 'media';
  content: string;
  suggest: string;
}

const KEPT = 500;

/** What left the cloud: mail, subscribe messages, content checks. On disk. */
export class Outbox {
  private readonly mail: Shelf<Mail>;
  private readonly messages: Shelf<SubscribeMessage>;
  private readonly checks: Shelf<ContentCheck>;

  constructor(
    state: StateFile,
    private readonly clock: Clock,
  ) {
    this.mail = state.shelf<Mail>('mail');
    this.messages = state.shelf<SubscribeMessage>('subscribeMessage');
    this.checks = state.shelf<ContentCheck>('contentCheck');
  }

  addMail(mail: Omit<Mail, 'at'>): void {
    this.add(this.mail, mail);
  }

  addMessage(message: Omit<SubscribeMessage, 'at'>): void {
    this.add(this.messages, message);
  }

  addCheck(check: Omit<ContentCheck, 'at'>): void {
    this.add(this.checks, check);
  }

  /** Everything, newest first. */
  contents() {
    return {
      mail: this.mail.all().reverse(),
      subscribeMessages: this.messages.all().reverse(),
      contentChecks: this.checks.all().reverse(),
    };
  }

  private add<T extends { at: number }>(shelf: Shelf<T>, item: Omit<T, 'at'>): void {
    shelf.put(randomHex(8), { ...item, at: this.clock.now() } as T);
    shelf.trim(KEPT);
  }
}
