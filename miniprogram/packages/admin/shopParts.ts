import { call, type Answer, type Question } from '../../lib/call';
import { say, sayWhy } from '../../lib/say';
import type { Tap } from '../../lib/tap';
import { warnBeforeLeaving } from '../../lib/unsaved';

type Parts = Pick<Answer<'manageShop'>, 'categories' | 'plans'>;

/** How one of the shop's lists is edited in its sheet. */
type Editing<Name extends keyof Parts, Form> = {
  readonly name: Name;
  /** What a new one begins with. */
  readonly blank: Form;
  readonly formOf: (part: Parts[Name][number]) => Form;
  /** What must be put right before it can be saved; empty when nothing must. */
  readonly problemOf: (form: Form) => string;
  readonly saveQuestion: (form: Form) => Question<'manageShop'>;
};

/** What a component with such a list and sheet is, as far as they need it. */
type PartList<Form> = {
  readonly data: { readonly form: Form; readonly busy: boolean };
  setData(data: object): void;
  triggerEvent(name: string, detail: object): void;
  change(question: Question<'manageShop'>): Promise<string>;
};

/**
 * What every list does whose entries are part of the shop's settings: opens a sheet for one, and stores each change at
 * once. Spread into the methods of a component with `open`, `form`, `problem` and `busy`; fires `change` with the list
 * as it then is.
 */
export const shopParts = <Name extends keyof Parts, Form>(editing: Editing<Name, Form>) => ({
  /** Asks the server for a change; the reason why it was refused, empty when it was done. */
  async change(this: PartList<Form>, question: Question<'manageShop'>): Promise<string> {
    if (this.data.busy) return '正在保存，请稍等';
    this.setData({ busy: true });
    const reply = await call('manageShop', question);
    this.setData({ busy: false });
    if (!reply.ok) return reply.message;
    this.triggerEvent('change', { [editing.name]: reply.data[editing.name] });
    return '';
  },

  /** The same from the sheet, which closes when it was done. */
  async changeInSheet(this: PartList<Form>, question: Question<'manageShop'>): Promise<void> {
    const problem = await this.change(question);
    this.setData({ problem, open: problem !== '' });
  },

  onAddTap(this: PartList<Form>): void {
    this.setData({ open: true, form: editing.blank, problem: '' });
  },

  onEditTap(
    this: PartList<Form> & { readonly data: Partial<Parts> },
    { currentTarget }: Tap<{ index: number }>,
  ): void {
    const part = this.data[editing.name]?.[currentTarget.dataset.index];
    if (part) this.setData({ open: true, form: editing.formOf(part), problem: '' });
  },

  onClose(this: PartList<Form>): void {
    if (!this.data.busy) this.setData({ open: false });
  },

  onFieldInput(
    this: PartList<Form>,
    {
      currentTarget,
      detail,
    }: WechatMiniprogram.Input<WechatMiniprogram.IAnyObject, { field: string }>,
  ): void {
    this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value, problem: '' });
  },

  async onSaveTap(this: PartList<Form>): Promise<void> {
    const { form } = this.data;
    const problem = editing.problemOf(form) || (await this.change(editing.saveQuestion(form)));
    this.setData({ problem, open: problem !== '' });
  },
});

/** A page with a form that is saved as a whole. */
type FormPage = {
  readonly data: { readonly saving: boolean };
  setData(data: { saving: boolean } | { unsaved: boolean }): void;
};

/** Saves a page's form as part of the shop's settings, and says so or why not. */
export const saveShop = async (page: FormPage, question: Question<'manageShop'>): Promise<void> => {
  if (page.data.saving) return;
  page.setData({ saving: true });
  const reply = await call('manageShop', question);
  page.setData({ saving: false });
  if (!reply.ok) return sayWhy(reply);
  page.setData({ unsaved: false });
  warnBeforeLeaving(false);
  say('已保存');
};
