import { keepProgress } from '../../../miniprogram/packages/study/progressKeeper';

type Asked = { name: string; data: { position?: number; sitting?: string } };

const saved = { ok: true, data: { percent: 40, finished: false } };

describe('keeping the place in a lesson', () => {
  let asked: Asked[];
  let answer: () => unknown;

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    answer = () => saved;
    const callFunction = async (question: Asked) => {
      if (question.name !== 'saveProgress') return { result: { ok: true, data: {} } };
      asked.push(question);
      return { result: answer() };
    };
    Object.assign(globalThis, { wx: { cloud: { callFunction } } });
  });
  afterEach(() => jest.useRealTimers());

  const positions = () => asked.map(({ data }) => data.position);

  it('S8: sends the latest place every ten seconds, and nothing while it stays', async () => {
    const keeper = keepProgress('les_one', () => undefined);
    keeper.note({ position: 3, length: 100 });
    keeper.note({ position: 9, length: 100 });
    await jest.advanceTimersByTimeAsync(10_000);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(positions()).toEqual([9]);
    keeper.end();
  });

  it('sends the rest when the lesson is left, within one sitting', async () => {
    const keeper = keepProgress('les_one', () => undefined);
    keeper.note({ position: 10, length: 100 });
    await jest.advanceTimersByTimeAsync(10_000);
    keeper.note({ position: 14, length: 100 });
    keeper.end();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(positions()).toEqual([10, 14]);
    expect(new Set(asked.map(({ data }) => data.sitting)).size).toBe(1);
  });

  it('S8: sends a place again that a lost network swallowed', async () => {
    const keeper = keepProgress('les_one', () => undefined);
    answer = () => {
      throw new Error('request:fail');
    };
    keeper.note({ position: 10, length: 100 });
    await jest.advanceTimersByTimeAsync(10_000);
    answer = () => saved;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(positions()).toEqual([10, 10]);
    keeper.end();
  });

  it('S26: asks no more once the server refused, as in a trial lesson', async () => {
    answer = () => ({ ok: false, code: 'NOT_ENROLLED', message: '', traceId: '' });
    const keeper = keepProgress('les_one', () => undefined);
    for (const position of [10, 20, 30]) {
      keeper.note({ position, length: 100 });
      await jest.advanceTimersByTimeAsync(10_000);
    }
    expect(positions()).toEqual([10]);
    keeper.end();
  });

  it('tells the page how far the server has counted', async () => {
    const told: unknown[] = [];
    const keeper = keepProgress('les_one', (progress) => told.push(progress));
    keeper.note({ position: 40, length: 100 });
    await keeper.flush();
    expect(told).toEqual([saved.data]);
    keeper.end();
  });
});
