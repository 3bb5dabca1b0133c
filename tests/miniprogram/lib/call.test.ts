import { call } from '../../../miniprogram/lib/call';

const cloudAnswers = (answer: () => unknown) =>
  Object.assign(globalThis, {
    wx: { cloud: { callFunction: async () => ({ result: answer() }) } },
  });

describe('call', () => {
  it('gives what the function gives', async () => {
    cloudAnswers(() => ({ ok: true, data: { recorded: 1 } }));
    expect(await call('getHome', {})).toEqual({ ok: true, data: { recorded: 1 } });
  });

  it('S8: answers NETWORK with a sentence when the cloud cannot be reached', async () => {
    cloudAnswers(() => {
      throw new Error('request:fail');
    });
    expect(await call('getHome', {})).toEqual({
      ok: false,
      code: 'NETWORK',
      message: '网络不太顺畅，请检查后重试',
    });
  });

  it('takes an answer of another shape for a fault of ours', async () => {
    cloudAnswers(() => undefined);
    expect(await call('getHome', {})).toMatchObject({ ok: false, code: 'INTERNAL' });
  });
});
