import { courseIdOf } from './demoIds';

/** What the learners of the demo shop did: bought, rated, asked; and what was answered. */
const PURCHASES: readonly (readonly [openid: string, course: string])[] = [
  ['oDemoLearnerA', 'first-product'],
  ['oDemoLearnerA', 'typescript'],
  ['oDemoLearnerA', 'bedtime'],
  ['oDemoLearnerB', 'first-product'],
  ['oDemoLearnerB', 'typescript'],
  ['oDemoLearnerB', 'cloudbase'],
  ['oDemoLearnerB', 'sql'],
  ['oDemoLearnerC', 'first-product'],
  ['oDemoLearnerC', 'photography'],
  ['oDemoLearnerC', 'illustration'],
];

type Saying = {
  readonly openid: string;
  readonly course: string;
  readonly content: string;
  readonly kind: 'comment' | 'question' | 'rating';
  readonly stars?: number;
  readonly answer?: readonly [openid: string, content: string];
};

const SAYINGS: readonly Saying[] = [
  {
    openid: 'oDemoLearnerA',
    course: 'typescript',
    kind: 'rating',
    stars: 5,
    content: '第二节讲可辨识联合那段，直接拿去重构了公司的订单模块，少了三个线上问题。',
  },
  {
    openid: 'oDemoLearnerB',
    course: 'typescript',
    kind: 'rating',
    stars: 4,
    content: '节奏很舒服，希望再多一点泛型的例子。',
  },
  {
    openid: 'oDemoLearnerB',
    course: 'typescript',
    kind: 'question',
    content: '老项目里几百个 any，从哪一个文件开始改比较好？',
    answer: ['oLocalTeacher', '从被引用最多、又最少改动的那个文件开始，改完提交一次，别攒着。'],
  },
  {
    openid: 'oDemoLearnerC',
    course: 'photography',
    kind: 'rating',
    stars: 5,
    content: '傍晚去阳台拍了三张，逆光那张被全家人夸了。',
  },
  {
    openid: 'oDemoLearnerA',
    course: 'first-product',
    kind: 'rating',
    stars: 5,
    content: '免费课讲得比很多收费课都实在。',
  },
  {
    openid: 'oDemoLearnerC',
    course: 'first-product',
    kind: 'comment',
    content: '那张一页纸我打印出来贴在桌边了。',
  },
  {
    openid: 'oDemoLearnerB',
    course: 'cloudbase',
    kind: 'question',
    content: '没有公司主体，可以用云开发的支付吗？',
    answer: [
      'oLocalTeacher',
      '需要已认证的商户号。个人可以先用免费课和会员以外的形式练手，第二章最后有清单。',
    ],
  },
];

type Answer = {
  ok: boolean;
  data?: { orderId?: string; payment?: object; commentId?: string };
  code?: string;
};

/**
 * Lets the demo learners buy, rate and ask through the functions themselves, so that every figure has its facts.
 * Only for a local cloud: it pays with money that does not exist.
 */
export const liveABit = async (url: string): Promise<void> => {
  const post = async (path: string, body: object, openid = ''): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(openid && { 'x-openid': openid }) };
    const response = await fetch(url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const call = async (
    openid: string,
    name: string,
    input: object,
  ): Promise<NonNullable<Answer['data']>> => {
    const { result } = (await post('/_local/call', { name, data: input }, openid)) as {
      result?: Answer;
    };
    if (!result?.ok || !result.data)
      throw new Error(`${name} as ${openid}: ${result?.code ?? 'no answer'}`);
    return result.data;
  };

  const buy = async ([openid, course]: (typeof PURCHASES)[number]): Promise<void> => {
    const item = { kind: 'course', id: courseIdOf(course) };
    const { orderId, payment } = await call(openid, 'createOrder', {
      requestId: `demo-${course}`,
      item,
    });
    if (payment) await post(`/_local/pay/${orderId}`, { action: 'pay' });
  };
  const say = async ({ openid, course, answer, ...words }: Saying): Promise<void> => {
    const place = { requestId: `demo-${course}-${words.kind}`, courseId: courseIdOf(course) };
    const { commentId } = await call(openid, 'postComment', { ...place, ...words });
    if (answer)
      await call(answer[0], 'postComment', { ...place, content: answer[1], parentId: commentId });
  };
  const sayAll = async () => {
    for (const saying of SAYINGS) await say(saying);
  };
  // One after another: for buyers side by side each function is loaded once a buyer, which takes longer than waiting.
  for (const purchase of PURCHASES) await buy(purchase);
  // Only purchases leave work in the outbox.
  await Promise.all([sayAll(), post('/_local/timers/deliverOutbox', {})]);
};
