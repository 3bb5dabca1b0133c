import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { draftOf, latest, teacherOf } from '../teaching/studio';

const SALE = { price: 6000, from: 1, to: 4_000_000_000_000 };

let cloud: TestCloud;
let teacher: Phone;

beforeAll(async () => {
  cloud = await openCloud();
  teacher = await teacherOf(cloud, 'oTeacher');
});
afterAll(() => cloud.close());

type Draft = Awaited<ReturnType<typeof draftOf>>;

const change = (draft: Draft, more: object) => {
  const { courseId, version, title, subtitle, introduction, memberFree } = draft;
  const same = { courseId, version, title, subtitle, introduction, memberFree, price: 10_000 };
  return teacher.call('editCourse', { action: 'change', ...same, ...more });
};

describe('the prices a teacher sets', () => {
  it('F58 F66: are kept with the course, and taken away when they are no longer named', async () => {
    const draft = await draftOf(teacher);
    const changed = dataOf(await change(draft, { sale: SALE, memberPrice: 8000 }));
    expect(changed).toMatchObject({ sale: SALE, memberPrice: 8000 });
    expect(await latest(teacher, draft.courseId)).toEqual(changed);
    const plain = dataOf(await change(changed, {}));
    expect([plain.sale, plain.memberPrice]).toEqual([undefined, undefined]);
  });

  it('F55: are refused where no phone could take them, or where they are no lower', async () => {
    const draft = await draftOf(teacher);
    const wishes = [
      { sale: { ...SALE, price: 3999 } },
      { sale: { ...SALE, price: 10_000 } },
      { sale: { ...SALE, to: 1 } },
      { memberPrice: 3999 },
      { price: 200, memberPrice: 99 },
    ];
    const codes = await Promise.all(wishes.map(async (wish) => codeOf(await change(draft, wish))));
    expect(new Set(codes)).toEqual(new Set(['PRICE_NOT_POSSIBLE']));
    expect(await latest(teacher, draft.courseId)).toEqual(draft);
  });
});
