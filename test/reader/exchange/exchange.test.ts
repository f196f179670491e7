import { Parser } from 'htmlparser2';
import { load as parseYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { NewBookmark } from '../../../source/model.ts';
import { readBookmarks, writeBookmarks } from '../../../source/reader/exchange/exchange.ts';
import { BrokenFile, NewerFile } from '../../../source/reader/exchange/formats.ts';
import { writeArticleNote } from '../../../source/reader/exchange/markdown.ts';
import { noteNames } from '../../../source/reader/exchange/note-names.ts';
import { readBookmark } from '../../../source/storage/files/stored-json.ts';
import { article, bookmark } from '../../storage/samples.ts';
import fc from '../../support/fast-check.ts';

const NOW = { now: Date.parse('2026-11-27T09:00:00+09:00') };
const entry = (of: NewBookmark) => ({ bookmark: of, article: null });
const read = (text: string, name = '') => readBookmarks(text, name, NOW).entries.map((each) => each.bookmark);

/** Text that people and hostile files write, as the sanitiser leaves it. */
const words = fc
  .array(
    fc.constantFrom(
      '한강',
      '다리 [속보]',
      '*별*',
      '<b>',
      '"말"',
      '&amp;',
      '\\',
      '|',
      '1. 하나',
      '# 제목',
      '- 줄',
      '> 인용',
      '`코드`',
      '_밑줄_',
      "'",
      '漢字',
      '🙂',
      '---',
      'a: b',
      '\n',
      '\n\n',
    ),
  )
  .map((parts) => parts.join(' '));

const anyBookmark = fc
  .record({
    id: fc.integer({ min: 100_000_000, max: 199_999_999 }).map(String),
    title: words,
    note: words,
    tags: fc.uniqueArray(fc.constantFrom('경제', '읽을 것', '#1', 'a:b', "it's", '[x]', 'null', '3')),
    reporters: fc.uniqueArray(fc.constantFrom('홍길동', '김 아무개', 'no')),
    section: fc.constantFrom('politics', 'sportsdonga/baseball', null),
    savedAt: fc.constantFrom('2025-01-02T03:04:05+09:00', '2026-11-20T00:00:00+09:00'),
    publishedAt: fc.constantFrom('2024-12-31T03:00:00+09:00', null),
  })
  .map((given) => readBookmark(given.id, { ...bookmark(given.id), ...given })!);
const anyList = fc.uniqueArray(anyBookmark, { selector: ({ id }) => id, maxLength: 8 });

describe('JSON', () => {
  test('brings back all data of any bookmark, and of its article', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const entries = list.map((each) => ({ bookmark: each, article: article(each.id) }));
        expect(readBookmarks(writeBookmarks('json', entries, NOW), 'x.json', NOW).entries).toEqual(entries);
      }),
    );
  });

  test('names its format and version, and a newer version is refused as such', () => {
    const written = JSON.parse(writeBookmarks('json', [], NOW));
    expect(written).toMatchObject({ format: 'donga-tui-bookmarks', version: 1, bookmarks: [] });
    expect(() => read(JSON.stringify({ ...written, version: 2 }))).toThrow(NewerFile);
  });

  test('is also read as the commands print it and as the file of bookmarks has it', () => {
    const { id, ...kept } = bookmark('139000001');
    expect(read(JSON.stringify([{ id, ...kept, read: true, bookmarked: true }]))).toEqual([{ id, ...kept }]);
    expect(read(JSON.stringify({ version: 1, bookmarks: { [id]: kept }, tombstones: {} }))).toEqual([
      { id, ...kept },
    ]);
  });

  test('entries with a link alone are found by it, without the link’s tracking parameters', () => {
    const [only] = read(
      '[{"url":"http://news.donga.com/3/all/20251103/132700001/1?ref=main","title":"제목"}]',
    );
    expect(only).toMatchObject({
      id: '132700001',
      savedAt: '2026-11-27T09:00:00+09:00',
      publishedAt: '2025-11-03T00:00:00+09:00',
    });
  });

  test('broken JSON is named by its line, wherever it is cut', () => {
    const whole = writeBookmarks('json', [entry(bookmark('139000001')), entry(bookmark('139000002'))], NOW);
    for (let at = 1; at < whole.trimEnd().length; at += 7) {
      const cut = whole.slice(0, at);
      const line = cut.trimEnd().split('\n').length;
      expect(() => read(cut, 'x.json')).toThrow(expect.objectContaining({ line, why: 'syntax' }));
    }
  });

  test.each([
    ['a stray word', '{\n "bookmarks": [\n  nix\n ]\n}', 3, 'syntax'],
    ['a missing comma', '[\n {"url": "https://a.kr/1"\n  "title": "x"}\n]', 3, 'syntax'],
    [
      'an entry without a link',
      '[\n {"url": "https://a.kr/b", "title": "x"},\n\n {"title": "y"}\n]',
      4,
      'link',
    ],
    [
      'an entry that leads to no page',
      '{"bookmarks": [\n\n {"url": "javascript:alert(1)", "title": ""}]}',
      3,
      'link',
    ],
    [
      'a date that is none',
      '[{"url": "https://a.kr/b", "title": "x"},\n{"url": "https://a.kr/c", "title": "x", "savedAt": "어제"}]',
      2,
      'time',
    ],
    ['a number in an entry’s place', '{"bookmarks": {"1":\n 5}}', 2, 'shape'],
    ['no list at all', '{"items": []}', 1, 'shape'],
  ])('with %s is named by the line', (_, text, line, why) => {
    expect(() => read(text, 'x.json')).toThrow(expect.objectContaining({ line, why }));
  });
});

describe('browsers’ bookmark HTML', () => {
  test('brings back link, title, date, note and tags of any bookmark', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const back = read(writeBookmarks('html', list.map(entry), NOW), 'x.html');
        const told = ({ id, url, title, savedAt, note, tags }: NewBookmark) => ({
          id,
          url,
          title,
          savedAt,
          note,
          tags,
        });
        expect(back.map(told)).toEqual(list.map(told));
      }),
    );
  });

  test('closes each list it opens', () => {
    const html = writeBookmarks('html', [entry(bookmark('139000001', { note: '</DL> & <DT>' }))], NOW);
    const counts = { open: 0, close: 0 };
    const parser = new Parser({
      onopentag: (name) => void (name === 'dl' && counts.open++),
      onclosetag: (name, isImplied) => void (name === 'dl' && !isImplied && counts.close++),
    });
    parser.end(html);
    expect(counts).toEqual({ open: 2, close: 2 });
  });

  test('of a browser is read through its folders; links that lead to no article are counted', () => {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000" PERSONAL_TOOLBAR_FOLDER="true">Toolbar</H3>
    <DD>A folder's own description
    <DL><p>
        <DT><A HREF="https://www.donga.com/news/Economy/article/all/20231115/122200001/1?utm_source=x" ADD_DATE="1700000100" ICON="data:image/png;base64,iVBO=" TAGS="경제,읽을 것">한은 &amp; &lt;금리&gt;</A>
        <DD>첫 줄
둘째 줄
        <DT><A HREF="javascript:void(0)">북마클릿</A>
        <HR>
        <DT><A HREF="place:sort=8">Most Visited</A>
    </DL><p>
    <DT><A HREF="https://weekly.donga.com/economy/article/all/11/5000001/1" ADD_DATE="1700000200000000">주간</A>
</DL>`;
    const { entries, skipped } = readBookmarks(html, '', NOW);
    expect(skipped).toBe(2);
    expect(entries.map((each) => each.bookmark)).toMatchObject([
      {
        id: '122200001',
        title: '한은 & <금리>',
        note: '첫 줄\n둘째 줄',
        tags: ['경제', '읽을 것'],
        savedAt: '2023-11-15T07:15:00+09:00',
      },
      { id: '5000001', title: '주간', note: '', savedAt: '2023-11-15T07:16:40+09:00' },
    ]);
  });

  test('bookmark HTML cut off anywhere among its links is refused with its last line', () => {
    const whole = writeBookmarks(
      'html',
      ['1', '2', '3'].map((id) => entry(bookmark(`13900000${id}`))),
      NOW,
    );
    for (let at = whole.indexOf('<DL>') + 4; at < whole.lastIndexOf('</DL>'); at += 5) {
      const cut = whole.slice(0, at);
      const line = cut.trimEnd().split('\n').length;
      expect(() => read(cut, 'x.html')).toThrow(expect.objectContaining({ line, why: 'cut-off' }));
    }
  });

  test('an HTML page that holds no bookmarks is refused', () => {
    expect(() => read('<html><p>안녕</p></html>')).toThrow(BrokenFile);
  });
});

describe('Markdown', () => {
  test('brings back all that it shows of any bookmark', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const back = read(writeBookmarks('markdown', list.map(entry), NOW), 'x.md');
        const told = ({ id, url, title, savedAt, note, tags, reporters }: NewBookmark) => ({
          id,
          url,
          title,
          savedAt,
          note,
          tags,
          reporters,
        });
        expect(back.map(told)).toEqual(list.map(told));
      }),
    );
  });

  test('lists of links by hand are read too', () => {
    expect(
      read(
        '# 읽을 것\n\n- [다리](https://www.donga.com/news/article/all/20261120/139000001/1)\n* [둘](<https://a.kr/news/2>)\n',
      ),
    ).toMatchObject([
      { id: '139000001', title: '다리' },
      { title: '둘', url: 'https://a.kr/news/2' },
    ]);
  });

  test('notes of articles have front matter that any YAML parser reads, and come back by it', () => {
    fc.assert(
      fc.property(anyBookmark, (any) => {
        const note = writeArticleNote(any, article(any.id));
        const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(note)!;
        expect(parseYaml(head!)).toMatchObject({ title: any.title, link: any.url, saved: any.savedAt });
        const [back] = read(note, 'x.md');
        expect(back).toEqual({
          ...any,
          summary: '',
          sections: back!.sections,
          section: back!.section,
          publishedAt: back!.publishedAt,
        });
        expect(note.trimEnd().endsWith('© dongA.com')).toBe(true);
      }),
    );
  });

  test.each([
    ['broken YAML', '---\ntitle: "다리\nlink: x\n---\n', 'syntax'],
    ['references that make much of little', '---\na: &a [x, x]\nb: [*a, *a]\n---\n', 'syntax'],
    ['lists in lists without end', `---\ntags: ${'['.repeat(5_000)}\n---\n`, 'syntax'],
    ['a head without an end', '---\ntitle: 다리\n', 'cut-off'],
    ['a date that is none', '---\nlink: https://a.kr/1\nsaved: 언젠가\n---\n', 'time'],
    ['a link to nothing', '---\ntitle: x\nlink: mailto:a@b.kr\n---\n', 'link'],
    ['no link anywhere', '안녕하세요\n', 'no-bookmarks'],
  ])('with %s is refused', (_, text, why) => {
    expect(() => read(text, 'x.md')).toThrow(expect.objectContaining({ why }));
  });

  test('notes have names of their own, which every file system takes', () => {
    const named = [
      bookmark('1', { title: 'A/B: "속보"?' }),
      bookmark('2', { title: '같은 제목' }),
      bookmark('3', { title: '같은 제목' }),
      bookmark('4', { title: '가'.repeat(300) }),
      bookmark('5', { title: '../..' }),
    ];
    const names = noteNames(named);
    expect(new Set(names).size).toBe(5);
    expect(names[0]).toBe('2026-11-20 A B 속보.md');
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThan(220);
      expect(name).not.toMatch(/[\\/:*?"<>|]|^\./);
    }
  });
});
