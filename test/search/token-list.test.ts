import { expect, it } from 'vitest';
import { createTokenList } from '../../source/search/shortlist/token-list.ts';
import fc from '../support/fast-check.ts';

const list = createTokenList();

function listed(tokens: readonly string[]): string {
  for (const token of tokens) {
    // In two parts, as pairs of letters are written.
    list.write(token.slice(0, 1));
    list.write(token.slice(1));
    list.end();
  }
  return list.take();
}

const TOKEN = fc.string({
  unit: fc.constantFrom(...'ab\u00a1\u00d3\u0080韓\ud83d'),
  minLength: 1,
  maxLength: 4,
});

it('a list of tokens has each once, in the order they first came, whatever the list before it had', () => {
  fc.assert(
    fc.property(fc.array(TOKEN, { maxLength: 80 }), (tokens) => {
      expect(listed(tokens)).toBe([...new Set(tokens)].join(' '));
    }),
  );
});

it('a list of more tokens than it first has room for has each once', () => {
  const tokens = Array.from({ length: 20_000 }, (_, at) =>
    String.fromCharCode(0xac00 + ((at * 7919) % 9_000)).repeat(2),
  );
  expect(listed(tokens)).toBe([...new Set(tokens)].join(' '));
  expect(listed(['가', '나', '가'])).toBe('가 나');
});
