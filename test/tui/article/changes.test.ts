import { describe, expect, test } from 'vitest';
import { compareKept } from '../../../source/corrections/compare.ts';
import type { Extracted } from '../../../source/corrections/texts.ts';
import { Failure } from '../../../source/failure.ts';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import { DEFAULTS } from '../../../source/storage/config/settings-table.ts';
import { topScreen } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

const MINUTE = 60_000;
const ID = headline(1).id;
const screen = (reader: Session): string => view(reader.state()).rows.map(rowText).join('\n');

function correctedReader(): FakeReader {
  const kept = fakeReader();
  const now = articleOf(headline(1), { title: '다리 일부 통제' });
  const text = (change: Partial<Extracted>): Extracted => ({ ...now, extractor: 1, ...change });
  const first = text({
    title: '다리 전면 통제',
    blocks: now.blocks.with(2, { type: 'paragraph', text: '세 명이 다쳤다.' }),
  });
  kept.kept_.set(ID, now);
  kept.answers = async () => ({ article: now, failure: null });
  kept.histories.set(
    ID,
    compareKept(
      ID,
      {
        texts: [
          { ...first, seenAt: NOW - 90 * MINUTE },
          { ...text({}), seenAt: NOW - 10 * MINUTE },
        ],
        titles: [],
        corrected: 1,
        retitled: 0,
      },
      null,
    ),
  );
  return kept;
}

test('an article shows the number of its corrections; c shows them, and Esc leads back to the same line', async () => {
  const reader = session(correctedReader());
  await reader.settle();
  reader.type('\r');
  await reader.settle();
  expect(screen(reader)).toContain('1번 고침 · 11:50');
  reader.type('jjjj');
  const { place } = reader.article();
  for (const key of ['c', 'ㅊ']) {
    reader.type(key);
    await reader.settle();
    const shown = screen(reader);
    expect(shown).toContain('제목: 다리 [-전면-]{+일부+} 통제');
    expect(shown).toContain('[-세 명이 다쳤다.-]');
    expect(shown).toContain('… 그대로인 문단 2개 …');
    reader.type('\x1b');
    expect(reader.article().place).toEqual(place);
  }
});

test('c on a list shows the selected headline’s corrections, or a notice that there are none', async () => {
  const reader = session(correctedReader());
  await reader.settle();
  reader.type('c');
  await reader.settle();
  expect(screen(reader)).toContain('다리 [-전면-]{+일부+} 통제');
  reader.type('qjc');
  await reader.settle();
  expect(reader.state().notice?.key).toBe('notice.no-corrections');
  expect(reader.selected()).toBe('기사 제목 2');
});

describe('keys typed before a page comes are for the page', () => {
  const top = (reader: Session) => topScreen(reader.state());

  test.each(['cjj\x1b', 'ㅊㅓㅓ\x1b', '처ㅓ\x1b'])('of corrections: %j', async (keys) => {
    const kept = correctedReader();
    const history = Promise.withResolvers<void>();
    const { history: answer } = kept;
    kept.history = async (id) => {
      await history.promise;
      return answer(id);
    };
    const reader = session(kept);
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    const { place } = reader.article();
    reader.type(keys.slice(0, -1));
    await reader.settle();
    expect(reader.article().place).toEqual(place);
    history.resolve();
    await reader.settle();
    expect(top(reader)).toMatchObject({ kind: 'changes' });
    expect(reader.state()).toMatchObject({ held: [], opening: null });
    reader.type('\x1b');
    expect(reader.article().place).toEqual(place);
    // In one piece with the key that leads back.
    reader.type(keys);
    await reader.settle();
    expect(reader.article().place).toEqual(place);
  });

  test.each(['e어제\r', 'ㄷ어제\r'])('of a note, which they are the text of: %j', async (keys) => {
    const kept = correctedReader();
    const reader = session(kept);
    await reader.settle();
    reader.type('b');
    await reader.settle();
    reader.type(keys);
    await reader.settle();
    expect(kept.bookmarks()[0]?.note).toBe('어제');
    // A syllable of the IME holds the key and the note's first letter.
    reader.type(`${latinToHangul('ej')}\r`);
    await reader.settle();
    expect(kept.bookmarks()[0]?.note).toBe('어제ㅓ');
  });

  test.each(['aj\r', '마\x1b[B\r'])('of what may be followed: %j', async (keys) => {
    const kept = correctedReader();
    const article = articleOf(headline(1), {
      tags: ['반도체', '수출'],
      reporters: [{ name: '한가람', title: '기자', place: null, email: null }],
    });
    kept.answers = async () => ({ article, failure: null });
    const reader = session(kept);
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    reader.type(keys);
    await reader.settle();
    expect(reader.reader.words().follow).toHaveLength(1);
    expect(reader.reader.words().follow![0]).not.toBe('reporter:한가람');
  });

  test('that does not come: they are dropped', async () => {
    for (const keys of ['cq', 'ㅊㅂ']) {
      const reader = session(fakeReader());
      await reader.settle();
      reader.type(keys);
      await reader.settle();
      expect(reader.terminal).toEqual([]);
      expect(reader.state().opening).toBeNull();
      reader.type('j');
      expect(reader.selected()).toBe('기사 제목 2');
    }
  });

  test('that cannot be had: its failure is told, and the next key acts', async () => {
    const kept = fakeReader();
    kept.history = () => Promise.reject(new Failure('locked'));
    const reader = session(kept);
    await reader.settle();
    reader.type('cj');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('failure.locked');
    expect(reader.selected()).toBe('기사 제목 1');
    reader.type('j');
    expect(reader.selected()).toBe('기사 제목 2');
  });

  test('except those that act on the terminal', async () => {
    const kept = fakeReader();
    kept.history = () => new Promise(() => undefined);
    const reader = session(kept);
    await reader.settle();
    reader.type('cj\x0c\x03');
    expect(reader.terminal).toEqual(['repaint', 'quit']);
  });
});

test('the page of a kept article is asked for again in the background, unless offline or over a metered line', async () => {
  const kept = correctedReader();
  kept.corrects = () => ({ ...kept.kept_.get(ID)!, title: '다리 다시 열려' });
  const reader = session(kept);
  await reader.settle();
  reader.type('\r');
  await reader.settle();
  expect(kept.asked).toContain(`again ${ID}`);
  expect(screen(reader)).toContain('다리 다시 열려');
  expect(reader.state().notice?.key).toBe('notice.corrected');

  for (const change of [{ offline: true }, { settings: { ...DEFAULTS, prefetch: 0, metered: true } }]) {
    const other = correctedReader();
    const quiet = session(other, change);
    await quiet.settle();
    quiet.type('\r');
    await quiet.settle();
    expect(other.asked).not.toContain(`again ${ID}`);
  }
});

test('a headline whose feed changed its title has a quiet mark behind it', async () => {
  const reader = session(fakeReader([headline(1, { retitled: true }), headline(2)]));
  await reader.settle();
  const rows = view(reader.state()).rows;
  const row = rows.find((each) => rowText(each).includes('기사 제목 1'))!;
  expect(row.at(-1)).toMatchObject({ text: ' 고침', style: 'faint' });
  expect(rows.map(rowText).filter((text) => text.includes('고침'))).toHaveLength(1);
});
