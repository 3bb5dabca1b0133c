import { given, openPage, signedIn, type Answers, type OpenPage } from '../openPage';

type UploadCall = {
  readonly cloudPath: string;
  success(result: { fileID: string }): void;
  fail(error: Error): void;
};

/** The storage of a phone whose network the test plays: nothing goes on before it says so. */
const storage = () => {
  const uploads: UploadCall[] = [];
  const progress: ((state: { progress: number }) => void)[] = [];
  const aborted: string[] = [];
  const uploadFile = (upload: UploadCall) => {
    uploads.push(upload);
    return {
      onProgressUpdate: (listener: (state: { progress: number }) => void) =>
        progress.push(listener),
      abort: () => aborted.push(upload.cloudPath),
    };
  };
  return { uploads, progress, aborted, uploadFile };
};

const answers: Answers = {
  getMe: signedIn('teacher'),
  prepareUpload: () => given({ cloudPath: 'lessons/a.mp4', maxBytes: 1000 }),
};

const open = async () => {
  const cloud = storage();
  const page = await openPage('packages/teaching/pages/lesson-edit', {
    query: { courseId: 'crs_one', chapterId: 'chp_one' },
    answers,
  });
  Object.assign(page.wx['cloud'] as object, { uploadFile: cloud.uploadFile });
  Object.assign(page.wx, {
    chooseMedia: async () => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp/a.mp4', size: 500 }] }),
  });
  await page.part('#file').tap('.upload');
  return { page, cloud, upload: page.part('#file') };
};

const names = (page: OpenPage) => page.asked.map((each) => each.name);

describe('uploading the file of a lesson (S25)', () => {
  it('asks where to put it, shows how far it is, and fills the form when it is there', async () => {
    const { page, cloud, upload } = await open();

    cloud.progress[0]?.({ progress: 42 });
    expect(upload.data).toMatchObject({ phase: 'sending', percent: 42 });
    cloud.uploads[0]?.success({ fileID: 'cloud://env.b/lessons/a.mp4' });
    await page.settled();

    expect(names(page)).toContain('prepareUpload');
    expect(page.data).toMatchObject({ form: { fileId: 'cloud://env.b/lessons/a.mp4' } });
  });

  it('keeps the chosen file and what was typed when the network is lost, to try again', async () => {
    const { page, cloud, upload } = await open();
    await page.fire('.field__input', 'input', { value: '第一课' });

    cloud.uploads[0]?.fail(new Error('uploadFile:fail'));
    await page.settled();
    expect(upload.data).toMatchObject({ phase: 'failed', problem: '上传中断了，请重试' });
    await upload.tap('.btn--outline');
    cloud.uploads[1]?.success({ fileID: 'cloud://env.b/lessons/a.mp4' });
    await page.settled();

    expect(cloud.uploads).toHaveLength(2);
    expect(page.data).toMatchObject({
      form: { title: '第一课', fileId: 'cloud://env.b/lessons/a.mp4' },
    });
  });

  it('stops the upload when the teacher does, whatever comes of it later', async () => {
    const { page, cloud, upload } = await open();

    await upload.tap('.btn');
    cloud.uploads[0]?.success({ fileID: 'cloud://env.b/late.mp4' });
    await page.settled();

    expect(cloud.aborted).toEqual(['lessons/a.mp4']);
    expect(upload.data).toMatchObject({ phase: 'idle' });
    expect(page.data).toMatchObject({ uploading: false, form: { fileId: '' } });
  });

  it('does not save while the file is still on its way', async () => {
    const { page } = await open();
    await page.fire('.field__input', 'input', { value: '第一课' });

    await page.tap('.bottom-bar .btn');

    expect(names(page)).not.toContain('saveLesson');
    expect(page.told).toContain('文件还在上传，请稍等');
  });
});
