import { given, lost, openPage, signedIn, type Answers } from '../openPage';

const question = {
  commentId: 'cmt_one',
  courseId: 'crs_one',
  courseTitle: '数据分析入门',
  kind: 'question',
  content: '索引怎么变回普通列？',
  status: 'visible',
  author: { nickname: '小林', teacher: false, owner: true },
  mine: false,
  edited: false,
  at: 0,
  replies: [],
};

const open = (answers: Answers) =>
  openPage('packages/teaching/pages/questions', {
    answers: {
      getMe: signedIn('teacher'),
      getQuestions: () => given({ items: [question] }),
      ...answers,
    },
  });

const answer = async (page: Awaited<ReturnType<typeof open>>) => {
  await page.tap('.question__foot .btn');
  await page.fire('.field__area', 'input', { value: '用 reset_index' });
  await page.tap('.answer__foot .btn--primary');
};

describe('answering a learner (S33)', () => {
  it('shows what is unanswered first, and replies under the question', async () => {
    const page = await open({
      postComment: () => given({ commentId: 'cmt_two', status: 'visible' }),
    });
    await answer(page);

    expect(page.asked.find(({ name }) => name === 'getQuestions')?.data).toMatchObject({
      answered: false,
    });
    expect(page.asked.find(({ name }) => name === 'postComment')?.data).toMatchObject({
      courseId: 'crs_one',
      parentId: 'cmt_one',
      content: '用 reset_index',
    });
    expect(page.data['answering']).toBe('');
  });

  it('keeps the answer when the network is lost, and sends the same request again', async () => {
    const page = await open({ postComment: lost });
    await answer(page);
    await page.tap('.answer__foot .btn--primary');

    const [first, second] = page.asked.filter(({ name }) => name === 'postComment');
    expect(second?.data).toEqual(first?.data);
    expect(page.data['answer']).toBe('用 reset_index');
  });
});
