import { showComponent } from '../showComponent';

const course = {
  courseId: 'crs_light',
  title: '手机摄影：光线与构图',
  subtitle: '口袋里的相机',
  price: 6800,
  priceNow: 6800,
  memberFree: true,
  teacherName: '苏晚晴',
  lessonCount: 3,
  learnerCount: 12,
  rating: { count: 4, average: 4.8 },
};

describe('course-card', () => {
  const opened: string[] = [];
  beforeAll(() => {
    const { wx } = globalThis as unknown as { wx: Record<string, unknown> };
    wx['navigateTo'] = ({ url }: { url: string }) => opened.push(url);
  });

  it('shows what one chooses by', async () => {
    const card = await showComponent('course-card', { course });
    for (const words of ['手机摄影', '¥68', '4.8', '3 节', '12 人在学', '苏晚晴', '会员免费'])
      expect(card.text()).toContain(words);
  });

  it('says when places run out', async () => {
    const few = await showComponent('course-card', {
      course: { ...course, seats: { cap: 30, left: 2 } },
    });
    expect(few.text()).toContain('仅剩 2 席');
    await few.change({ course: { ...course, seats: { cap: 30, left: 0 } } });
    expect(few.text()).toContain('名额已满');
  });

  it('shows the price of now, the list price crossed out, and what members pay', async () => {
    const card = await showComponent('course-card', {
      course: { ...course, priceNow: 4900, saleEndsAt: 1, memberPrice: 3900 },
    });
    expect(card.text()).toContain('¥49¥68');
    for (const words of ['限时优惠', '会员 ¥39']) expect(card.text()).toContain(words);
  });

  it('opens the page of its course', async () => {
    const card = await showComponent('course-card', { course });
    await card.tap('.course');
    expect(opened).toEqual(['/packages/buying/pages/course/index?courseId=crs_light']);
  });
});
