import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWords } from '../../../source/storage/config/words.ts';
import { archiveIn, newHome } from '../home.ts';
import { article, headline, idsOf, NOON } from '../samples.ts';

describe('the reader’s words', () => {
  test('are kept, each once, and removed again', async () => {
    const home = newHome();
    const words = openWords(home);
    expect(await words.set('watch', '반도체', true)).toBe(true);
    expect(await words.set('watch', 'AI', true)).toBe(true);
    expect(await words.set('watch', 'ai', true)).toBe(false);
    expect(await words.set('mute', '운세', true)).toBe(true);
    expect(openWords(home).all()).toEqual({ watch: ['반도체', 'AI'], mute: ['운세'] });
    expect(await words.set('watch', 'Ai', false)).toBe(true);
    expect(await words.set('watch', '없는 말', false)).toBe(false);
    expect(openWords(home).all()).toEqual({ watch: ['반도체'], mute: ['운세'] });
  });

  test('lose none of several that are added at the same time', async () => {
    const home = newHome();
    const [one, other] = [openWords(home), openWords(home)];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).set('watch', `낱말${index}`, true)),
    );
    expect(openWords(home).all().watch).toHaveLength(20);
  });

  test('are sanitised if another program wrote them, and a newer program’s lists stay in the file', async () => {
    const home = newHome();
    const file = join(home, 'words.json');
    writeFileSync(file, JSON.stringify({ watch: ['가\u202e나', 7, '가나', ''], mute: [], follow: ['x'] }));
    const words = openWords(home);
    expect(words.all().watch).toEqual(['가나']);
    await words.set('mute', '다', true);
    expect(JSON.parse(readFileSync(file, 'utf8')).follow).toEqual(['x']);
  });
});

describe('a list with words', () => {
  const filled = () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      [
        headline('1', '01:00', { title: '오늘의 운세' }),
        headline('2', '02:00', { title: '반도체 수출' }),
        headline('3', '03:00', { title: '국회 본회의' }),
      ],
      NOON,
    );
    archive.putHeadlines('economy', [headline('4', '04:00', { title: '반도체 운세' })], NOON);
    archive.putArticle({ ...article('3'), tags: ['AI', '국회'] }, NOON);
    return archive;
  };
  const words = { watch: ['반도체', '#ai'], mute: ['운세'] };

  test('hides muted headlines, page by page, and counts them', () => {
    const archive = filled();
    expect(idsOf(archive.headlines({ section: 'politics', limit: 50 }, words))).toEqual(['3', '2']);
    expect(idsOf(archive.headlines({ section: 'politics', limit: 1, offset: 1 }, words))).toEqual(['2']);
    expect(Object.fromEntries(archive.wordCounts(words, false).muted)).toEqual({
      politics: 1,
      economy: 1,
      total: 2,
    });
    archive.setRead(['1'], true, NOON);
    expect(archive.wordCounts(words, true).muted.get('politics')).toBeUndefined();
  });

  test('shows muted headlines when asked, marked', () => {
    const all = filled().headlines({ section: 'politics', limit: 50, withMuted: true }, words);
    expect(all.map(({ id, muted }) => [id, muted])).toEqual([
      ['3', undefined],
      ['2', undefined],
      ['1', true],
    ]);
  });

  test('gathers watched headlines from all sections, by title and by a kept text’s tags, unless they are muted', () => {
    const archive = filled();
    const list = archive.headlines({ section: 'following', limit: 50 }, words);
    expect(list.map(({ id, watched }) => [id, watched])).toEqual([
      ['3', []],
      ['2', [[0, 3]]],
    ]);
    expect(archive.wordCounts(words, false).followed).toBe(2);
    expect(archive.headlines({ section: 'following', limit: 50 })).toEqual([]);
    archive.setRead(['2'], true, NOON);
    expect(idsOf(archive.headlines({ section: 'following', limit: 50, unreadOnly: true }, words))).toEqual([
      '3',
    ]);
    expect(archive.wordCounts(words, true).followed).toBe(1);
  });
});
