import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

const upload = async (openid: string, fileName: string, body: Uint8Array<ArrayBuffer>) => {
  const wish = { purpose: 'avatar', fileName, bytes: body.length };
  const path = dataOf(await cloud.as(openid).call('prepareUpload', wish)).cloudPath;
  const response = await fetch(
    `${cloud.url}/_local/storage/upload?path=${encodeURIComponent(path)}`,
    { method: 'POST', headers: { 'x-openid': openid }, body },
  );
  return ((await response.json()) as { fileID: string }).fileID;
};
const user = async (openid: string, more: object = {}) => {
  dataOf(await cloud.as(openid).call('register', { requestId: 'r1', ...more }));
  return cloud.as(openid);
};

describe('the profile', () => {
  it('S11: shows what was changed, and only that is changed', async () => {
    const amy = await user('oAmy', { nickname: '艾米' });
    const changed = dataOf(await amy.call('updateProfile', { introduction: '爱学习' }));
    expect(changed).toMatchObject({ nickname: '艾米', introduction: '爱学习' });
    expect(dataOf(await amy.call('getMe')).me).toEqual(changed);
  });

  it('D24: refuses words that WeChat’s check rejects or doubts', async () => {
    const bob = await user('oBob', { nickname: '鲍勃' });
    expect(codeOf(await bob.call('updateProfile', { nickname: '赌博' }))).toBe('CONTENT_REJECTED');
    expect(codeOf(await bob.call('updateProfile', { introduction: '代考' }))).toBe(
      'CONTENT_REJECTED',
    );
    expect(dataOf(await bob.call('getMe')).me).toMatchObject({
      nickname: '鲍勃',
      introduction: '',
    });
  });

  it('takes as avatar only a picture that the same person uploaded', async () => {
    const cat = await user('oCat');
    const own = await upload('oCat', 'me.png', PNG);
    const text = await upload('oCat', 'fake.png', new TextEncoder().encode('not a picture at all'));
    await user('oDog');
    const foreign = await upload('oDog', 'me.png', PNG);
    const set = async (avatar: string) => codeOf(await cat.call('updateProfile', { avatar }));
    expect(await set(foreign)).toBe('FILE_NOT_ACCEPTED');
    expect(await set(text)).toBe('FILE_NOT_ACCEPTED');
    expect(await set(own.replace(/file_\w+/, 'file_missing'))).toBe('FILE_NOT_UPLOADED');
    expect(await set(own)).toBe('OK');
    expect(dataOf(await cat.call('getMe')).me?.avatar).toBe(own);
  });

  it('D1: has no field for a role or for what one owns', async () => {
    const eve = await user('oEve');
    for (const claim of [{ role: 'admin' }, { rights: {} }, { openids: ['oAmy'] }]) {
      expect(codeOf(await eve.call('updateProfile', claim))).toBe('INVALID_INPUT');
    }
  });

  it('costs three round trips to change and needs the content check but once', async () => {
    const fay = await user('oFay');
    await fay.call('updateProfile', { introduction: '第一次' });
    expect(
      await cloud.roundTrips(() => fay.call('updateProfile', { introduction: '第二次' })),
    ).toBe(3);
  });
});
