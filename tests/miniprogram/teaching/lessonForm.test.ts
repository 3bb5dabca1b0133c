import {
  contentChanged,
  EMPTY_LESSON,
  lessonFieldsOf,
  lessonProblemsOf,
  NOTHING_SAVED,
  type LessonForm,
} from '../../../miniprogram/packages/teaching/pages/lesson-edit/lessonForm';

const anArticle = (change: Partial<LessonForm> = {}): LessonForm => ({
  ...EMPTY_LESSON,
  kind: 'article',
  title: '为什么要学',
  text: '# 开始',
  ...change,
});

const aVideo = (change: Partial<LessonForm> = {}): LessonForm => ({
  ...EMPTY_LESSON,
  title: '第一课',
  minutes: '12',
  ...change,
});

describe('the form of a lesson (S25, S27)', () => {
  it('asks for the file of a video, but not again once one is stored', () => {
    expect(lessonProblemsOf(aVideo(), NOTHING_SAVED).file).toBe('请先上传文件');
    expect(lessonProblemsOf(aVideo(), { hasFile: true })).toEqual({});
  });

  it('asks for the text of an article, and for no file', () => {
    expect(lessonProblemsOf(anArticle({ text: '  ' }), NOTHING_SAVED)).toEqual({
      text: '请写下正文',
    });
  });

  it('sends a newly uploaded file with its name and note', () => {
    const form = aVideo({ fileId: 'cloud://e.b/v.mp4', fileName: 'v.mp4', note: '重录' });

    expect(lessonFieldsOf(form, { hasFile: true })).toEqual({
      title: '第一课',
      kind: 'video',
      free: false,
      minutes: 12,
      fileId: 'cloud://e.b/v.mp4',
      fileName: 'v.mp4',
      note: '重录',
    });
  });

  it('makes no new version when only the title changed', () => {
    const saved = { text: '# 开始', hasFile: false };

    expect(contentChanged(anArticle({ title: '新标题' }), saved)).toBe(false);
    expect(lessonFieldsOf(anArticle({ title: '新标题' }), saved)).not.toHaveProperty('text');
  });

  it('refuses minutes that are no whole number', () => {
    expect(lessonProblemsOf(aVideo({ minutes: '1.5' }), { hasFile: true }).minutes).toBeDefined();
    expect(lessonProblemsOf(aVideo({ minutes: '' }), { hasFile: true }).minutes).toBeUndefined();
  });
});
