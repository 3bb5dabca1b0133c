import { cursor, fenAmount, fileId, requestId, text, userId } from '../../shared/fields';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('text a person wrote', () => {
  const nickname = text(1, 5);

  it('is trimmed', () => {
    expect(nickname.parse('  小满 ')).toBe('小满');
  });

  it('counts characters as a person does, not code units', () => {
    expect(accepts(nickname, '👩‍🎓'.slice(0, 2).repeat(5))).toBe(true);
    expect(accepts(nickname, '一二三四五六')).toBe(false);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half of a character', '\ud83d'],
    ['a mark that turns text round', 'a\u202eb'],
    ['a tab', 'a\tb'],
    ['nothing but spaces', '   '],
    ['an operator', { $ne: null }],
    ['a list', ['小满']],
    ['a number', 5],
  ])('is refused when it holds %s', (_name, value) => {
    expect(accepts(nickname, value)).toBe(false);
  });
});

describe('ids, cursors and amounts', () => {
  it.each([
    [userId, 'usr_abc', true],
    [userId, '$where', false],
    [userId, 'a.b.c.d', false],
    [userId, '__proto__', false],
    [userId, '../../etc', false],
    [requestId, 'r1', true],
    [requestId, 'a'.repeat(65), false],
    [requestId, '', false],
    [cursor, '1795400009536.crs_abc', true],
    [cursor, '{"$gt":1}', false],
    [fileId, 'cloud://env.bucket/images/a.png', true],
    [fileId, 'https://example.com/a.png', false],
    [fileId, 'cloud://env.bucket/a.png?x=1', false],
    [fenAmount, 9900, true],
    [fenAmount, 99.5, false],
    [fenAmount, -1, false],
    [fenAmount, '9900', false],
    [fenAmount, 2 ** 53, false],
  ])('%#: %p is what it should be', (schema, value, expected) => {
    expect(accepts(schema, value)).toBe(expected);
  });
});
