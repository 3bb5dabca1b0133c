import { keepTemplates } from '../../../miniprogram/lib/askToNotify';
import { given } from '../openPage';
import { showComponent } from '../showComponent';

const FORM = '../packages/buying/components/comment-form';

/** Writes `content` for a purpose and sends it; gives what the phone did, in order. */
const write = async (purpose: string, content: string) => {
  const deeds: string[] = [];
  keepTemplates({ answered: 'tmpl_answered' });
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    showToast: () => undefined,
    requestSubscribeMessage: ({ tmplIds, complete }: Consent) => {
      deeds.push(`asks for ${tmplIds.join()}`);
      complete();
    },
    cloud: {
      callFunction: async ({ name }: { name: string }) => {
        deeds.push(name);
        return { result: given({ commentId: 'cmt_one', status: 'visible' }) };
      },
    },
  });
  const writing = { purpose, courseId: 'crs_light', content };
  const form = await showComponent(FORM, {}, ['written']);
  await form.change({ writing });
  await form.tap('.send');
  return { deeds, fired: form.fired.map(({ name }) => name) };
};

type Consent = { tmplIds: string[]; complete: () => void };

describe('writing about a course (S29, S33)', () => {
  it('asks whether WeChat may tell of the answer before a question is sent', async () => {
    expect(await write('question', '快门怎么选？')).toEqual({
      deeds: ['asks for tmpl_answered', 'postComment'],
      fired: ['written'],
    });
  });

  it.each(['comment', 'rating', 'reply'])(
    'asks nothing for a %s, as messages tell of answers to questions only',
    async (purpose) => {
      expect((await write(purpose, '讲得很好')).deeds).toEqual(['postComment']);
    },
  );
});
