import { showComponent } from '../showComponent';

describe('price-tag', () => {
  it.each([
    [12_800, '¥128'],
    [2_990, '¥29.90'],
    [1, '¥0.01'],
    [1_234_567, '¥12345.67'],
  ])('writes %i fen as %s', async (price, written) => {
    const tag = await showComponent('price-tag', { price });
    expect(tag.text()).toBe(written);
  });

  it('crosses out what the price was, where that was more', async () => {
    const lowered = await showComponent('price-tag', { price: 990, was: 6800 });
    expect(lowered.text()).toBe('¥9.90¥68');
    expect((await showComponent('price-tag', { price: 6800, was: 6800 })).text()).toBe('¥68');
  });

  it('calls nothing free, unless it is an amount', async () => {
    expect((await showComponent('price-tag', { price: 0 })).text()).toBe('免费');
    expect((await showComponent('price-tag', { price: 0, freeWord: false })).text()).toBe('¥0');
  });
});
