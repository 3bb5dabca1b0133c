import { showComponent } from '../showComponent';

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
