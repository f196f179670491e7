import { describe, expect, test } from 'vitest';
import { askedBy, PHRASES } from '../../../source/commands/plain/phrases.ts';
import { hangulToLatin, latinToHangul } from '../../../source/korean/keyboard.ts';

describe('a typed line', () => {
  test.each([
    ['목록', 'list', ''],
    ['list', 'list', ''],
    ['LIST', 'list', ''],
    ['열기 3', 'open', '3'],
    ['open 3', 'open', '3'],
    ['열기3', 'open', '3'],
    ['3', 'open', '3'],
    ['12번', 'open', '12번'],
    ['찾기 반도체 @경제', 'search', '반도체 @경제'],
    ['/금리 인하', 'search', '금리 인하'],
    ['북마크', 'bookmark', ''],
    ['북마크 2', 'bookmark', '2'],
    ['북마크 목록', 'bookmarks', ''],
    ['새로 받기', 'refresh', ''],
    ['안 읽음', 'unread', ''],
    ['?', 'help', ''],
    ['  끝  ', 'quit', ''],
  ])('%s asks for %s', (line, action, argument) => {
    expect(askedBy(line)).toEqual({ action, argument });
  });

  test('is understood with the keyboard in its other layout, whichever command it is', () => {
    for (const { action, ko, en } of PHRASES) {
      for (const word of ko) expect(askedBy(hangulToLatin(word)), word).toMatchObject({ action });
      for (const word of en.filter((each) => /^[a-z]{2,}$/.test(each)))
        expect(askedBy(latinToHangul(word)), word).toMatchObject({ action });
    }
    expect(askedBy('dufrl 4')).toEqual({ action: 'open', argument: '4' });
  });

  test('of nothing asks for nothing, and one that is not understood has a suggestion', () => {
    expect(askedBy('   ')).toBeNull();
    expect(askedBy('몰록')).toEqual({ action: null, word: '몰록', suggestion: '목록' });
    expect(askedBy('serch 금리')).toEqual({ action: null, word: 'serch', suggestion: 'search' });
  });

  test('no word stands for two commands', () => {
    const words = PHRASES.flatMap(({ ko, en }) => [...ko, ...en]);
    expect(new Set(words).size).toBe(words.length);
  });
});
