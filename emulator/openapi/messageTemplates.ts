/** A template of subscribe messages as made in WeChat's console. */
export interface MessageTemplate {
  title: string;
  /** Its keywords, such as `thing1` and `amount2`. */
  fields: string[];
}

/** What a kind of keyword takes (subscribeMessage.send); kinds that are not here take any text. */
const KINDS: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  amount: /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u,
  number: /^\d{1,32}(\.\d+)?$/,
};

/** The templates of the account; when it was given none, any id is one and takes any fields. */
export class MessageTemplates {
  constructor(private readonly known: Record<string, MessageTemplate> | undefined) {}

  has(templateId: string): boolean {
    return templateId !== '' && (!this.known || templateId in this.known);
  }

  /** What users read where they are asked for consent. */
  title(templateId: string): string {
    return this.known?.[templateId]?.title ?? templateId;
  }

  /** The first keyword that a message leaves out or fills with what it does not take. */
  misfit(templateId: string, data: Record<string, { value: unknown }>): string | undefined {
    const fields = this.known?.[templateId]?.fields ?? [];
    return fields.find((field) => !fits(field, data[field]?.value));
  }
}

function fits(field: string, value: unknown): boolean {
  const kind = KINDS[field.replace(/\d+$/, '')] ?? /./;
  return kind.test(String(value ?? ''));
}
