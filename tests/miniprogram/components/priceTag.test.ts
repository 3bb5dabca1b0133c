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

  it('calls nothing free, unless it is an amount', async () => {
    expect((await showComponent('price-tag', { price: 0 })).text()).toBe('免费');
    expect((await showComponent('price-tag', { price: 0, freeWord: false })).text()).toBe('¥0');
  });
});
