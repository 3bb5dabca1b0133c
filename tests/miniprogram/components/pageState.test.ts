import { showComponent } from '../showComponent';

const listeners = new Set<(connection: { isConnected: boolean }) => void>();
const switchedTo: string[] = [];
Object.assign((globalThis as unknown as { wx: object }).wx, {
  onNetworkStatusChange: (listener: never) => listeners.add(listener),
  offNetworkStatusChange: (listener: never) => listeners.delete(listener),
  switchTab: ({ url }: { url: string }) => switchedTo.push(url),
});

const network = async (isConnected: boolean) => {
  for (const listener of listeners) listener({ isConnected });
  await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('page-state', () => {
  it('says why loading failed, and offers to try again', async () => {
    const state = await showComponent(
      'page-state',
      { status: 'failed', message: '网络不太顺畅，请检查后重试' },
      ['retry'],
    );
    expect(state.text()).toContain('网络不太顺畅');
    await state.tap('.state__button');
    expect(state.fired.map(({ name }) => name)).toEqual(['retry']);
  });

  it('S8: tries again by itself once a lost network is back, and not before', async () => {
    const state = await showComponent(
      'page-state',
      { status: 'failed', message: '网络不太顺畅', way: 'reconnect' },
      ['retry'],
    );
    await network(false);
    expect(state.fired).toEqual([]);
    await network(true);
    expect(state.fired.map(({ name }) => name)).toEqual(['retry']);
    await state.change({ status: 'ready' });
    await network(true);
    expect(state.fired).toHaveLength(1);
  });

  it('leads away from what is not there: trying again would bring the same', async () => {
    const state = await showComponent(
      'page-state',
      { status: 'failed', message: '内容不存在或已被移除', way: 'leave' },
      ['retry'],
    );
    expect(state.text()).toContain('返回');
    await state.tap('.state__button');
    expect(switchedTo).toEqual(['/pages/home/index']);
    expect(state.fired).toEqual([]);
  });

  it('gives an empty page a way on', async () => {
    const state = await showComponent(
      'page-state',
      { status: 'ready', empty: true, emptyText: '还没有订单', emptyAction: '去逛逛' },
      ['action'],
    );
    expect(state.text()).toContain('还没有订单');
    await state.tap('.state__button');
    expect(state.fired.map(({ name }) => name)).toEqual(['action']);
  });

  it('shows neither while loading', async () => {
    const state = await showComponent('page-state', { status: 'loading', empty: true });
    expect(state.has('.state')).toBe(false);
  });
});
