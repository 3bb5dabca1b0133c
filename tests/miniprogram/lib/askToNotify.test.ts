import { askToNotify, keepTemplates } from '../../../miniprogram/lib/askToNotify';

type Request = { tmplIds: string[]; complete: (result: object) => void };

let requests: Request[] = [];
beforeEach(() => {
  requests = [];
  const requestSubscribeMessage = (request: Request) => void requests.push(request);
  Object.assign(globalThis, { wx: { requestSubscribeMessage } });
  keepTemplates({ paid: 'tmpl_paid', answered: 'tmpl_answered' });
});

describe('askToNotify', () => {
  it('asks within the tap, before anything is waited for, for the templates of the purposes', () => {
    void askToNotify('paid', 'answered');
    expect(requests.map(({ tmplIds }) => tmplIds)).toEqual([['tmpl_paid', 'tmpl_answered']]);
  });

  it.each([
    ['accepts', { errMsg: 'requestSubscribeMessage:ok', tmpl_paid: 'accept' }],
    ['refuses', { errMsg: 'requestSubscribeMessage:ok', tmpl_paid: 'reject' }],
    ['has switched messages off', { errMsg: 'requestSubscribeMessage:fail', errCode: 20004 }],
  ])('waits for a person who %s, then goes on', async (_what, result) => {
    let gone = false;
    const asked = askToNotify('paid').then(() => (gone = true));
    await Promise.resolve();
    expect(gone).toBe(false);
    requests[0]?.complete(result);
    await expect(asked).resolves.toBe(true);
  });

  it('asks nothing where the shop has no template', async () => {
    await askToNotify('refunded');
    expect(requests).toEqual([]);
  });
});
