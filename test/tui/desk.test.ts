import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { until } from '../support/until.ts';
import { type Session, session } from './session.ts';

const page = (reader: Session): string[] => view(reader.state()).rows.map((row) => rowText(row).trimEnd());
const beside = (reader: Session): string =>
  page(reader)
    .map((row) => row.split(' │ ')[1] ?? '')
    .join('\n');
const sized = (columns: number, rows: number) => ({ size: { columns, rows } });

describe('the preview', () => {
  test('shows the text of a kept article, and the lead of any other', async () => {
    const list = headlines(3);
    const kept = fakeReader(list);
    kept.kept_.set(list[1]!.id, articleOf(list[1]!));
    const reader = session(kept, sized(130, 40));
    await reader.settle();
    expect(beside(reader)).toContain('기사 1의 요약이다');
    reader.type('j');
    await until(() => expect(beside(reader)).toContain('문단 3이다'));
    reader.type('ㅓ');
    await until(() => expect(beside(reader)).toContain('기사 3의 요약이다'));
    expect(kept.asked.some((asked) => asked.startsWith('open'))).toBe(false);
  });

  test('does not change until the selection stays', async () => {
    const reader = session(fakeReader(headlines(30)), sized(130, 40));
    await reader.settle();
    await until(() => expect(reader.state().preview).not.toBeNull());
    const before = beside(reader);
    for (let step = 0; step < 9; step += 1) {
      reader.type('j');
      expect(beside(reader)).toBe(before);
    }
    await until(() => expect(beside(reader)).toContain('기사 10의 요약이다'));
  });

  test('asks for pages only beside the list, and not offline or over a metered connection', async () => {
    for (const [change, fetched] of [
      [sized(160, 40), true],
      [sized(130, 40), false],
      [{ ...sized(160, 40), offline: true }, false],
      [{ ...sized(160, 40), photos: { none: null, unasked: false } }, false],
    ] as const) {
      const list = headlines(2);
      const kept = fakeReader(list);
      const texts: string[] = [];
      kept.fetchText = async ({ id }) => {
        texts.push(id);
        kept.kept_.set(id, articleOf(list[0]!));
        return null;
      };
      const reader = session(kept, change);
      await until(() => expect(reader.state().preview).not.toBeNull());
      if (fetched) await until(() => expect(beside(reader)).toContain('문단 1이다'));
      expect(texts).toEqual(fetched ? [list[0]!.id] : []);
      expect(reader.headlines().list.items[0]?.headline.read).toBe(false);
    }
  });
});

describe('an article beside the list', () => {
  test('opens there from 160 columns, the list staying in sight, and is read with the usual keys', async () => {
    const reader = session(fakeReader(headlines(20)), sized(160, 40));
    await reader.settle();
    reader.type('jㅣ');
    await reader.settle();
    expect(reader.article().headline.title).toBe('기사 제목 2');
    expect(page(reader).some((row) => row.startsWith('▌') && row.includes('기사 제목 2'))).toBe(true);
    expect(beside(reader)).toContain('문단 1이다');
    reader.type(' ');
    expect(beside(reader)).not.toContain('문단 1이다');
    reader.type('n');
    await reader.settle();
    expect(page(reader).some((row) => row.startsWith('▌') && row.includes('기사 제목 3'))).toBe(true);
    reader.type('\x1b');
    expect(reader.selected()).toBe('기사 제목 3');
    for (const row of page(reader)) expect(row.length).toBeLessThanOrEqual(160);
  });

  test('opens there by v from 100 columns on, and over the list by v again; below, v says how many are missing', async () => {
    const reader = session(fakeReader(headlines(20)), sized(110, 30));
    await reader.settle();
    reader.type('v\r');
    await reader.settle();
    expect(beside(reader)).toContain('문단 1이다');
    reader.type('ㅍ');
    expect(page(reader).some((row) => row.includes(' │ '))).toBe(false);
    const narrow = session(fakeReader(headlines(3)), sized(80, 24));
    await narrow.settle();
    narrow.type('v');
    expect(page(narrow).join('\n')).toContain('100칸');
  });

  test('puts the caret of a search into its own part', async () => {
    const reader = session(fakeReader(headlines(20)), sized(160, 40));
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    reader.type('/문단');
    const { cursor, rows } = view(reader.state());
    expect(cursor!.x).toBeGreaterThan(80);
    expect(rowText(rows[cursor!.y]!)).toContain('│ 찾기: 문단');
  });
});

describe('the width of an article', () => {
  const longest = (reader: Session) =>
    Math.max(
      ...page(reader)
        .slice(2, -2)
        .map((row) => cellWidth(row.trim())),
    );

  test('is changed by < and >, within limits, and kept', async () => {
    const reader = session(fakeReader(headlines(3)), {
      ...sized(140, 30),
      settings: { ...DEFAULTS, width: 60 },
    });
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    expect(longest(reader)).toBeGreaterThan(40);
    reader.type('<<');
    expect(reader.state().settings.width).toBe(52);
    expect(reader.terminal).toEqual(['keep {"width":56}', 'keep {"width":52}']);
    reader.type('>'.repeat(40));
    expect(reader.state().settings.width).toBe(120);
    reader.type('<'.repeat(40));
    expect(reader.state().settings.width).toBe(40);
    expect(longest(reader)).toBeLessThanOrEqual(40);
  });
});

describe('an article without anything around it', () => {
  test('is shown by z, and by z again with everything', async () => {
    const reader = session(fakeReader([headline(1, { title: '혼자 남는 글' })]), sized(80, 24));
    await reader.settle();
    reader.type('\rㅋ');
    await reader.settle();
    reader.type('j');
    const shown = page(reader);
    expect(shown.join('\n')).not.toContain('도움말');
    expect(shown.join('\n')).not.toContain('─'.repeat(80));
    expect(shown.join('\n')).toContain('문단 1이다');
    reader.type('z');
    expect(page(reader).at(-1)).toContain('도움말');
  });

  test('still says that the sample edition is not today’s news', async () => {
    const reader = session(fakeReader(headlines(3)), { edition: { kind: 'sample', why: 'demo' } });
    await reader.settle();
    reader.type('\rz');
    await reader.settle();
    expect(page(reader)[0]).toContain('견본 지면');
  });
});
