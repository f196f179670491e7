// The screen stays whole after any keys and events.

import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { keysOfHangul, latinToHangul } from '../../../source/korean/keyboard.ts';
import { KEYS } from '../../../source/tui/input/keys.ts';
import { type State, topScreen } from '../../../source/tui/state/state.ts';
import { contextOf } from '../../../source/tui/update/update.ts';
import { view } from '../../../source/tui/view/view.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import fc from '../../support/fast-check.ts';
import { sentFor } from '../../support/terminal/keys.ts';
import { NOW, type Session, session } from '../session.ts';

type Step = (reader: Session) => Promise<void> | void;

const pressing = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...KEYS.flatMap(({ keys }) => keys as readonly string[]).map(sentFor)),
    },
    { weight: 2, arbitrary: fc.constantFrom('ㅓ', '거', '허', 'ㅃ', '정치', '3', '12', '0', 'x', '반도') },
    { weight: 1, arbitrary: fc.constant('\x1b[200~붙인 글\x1b[201~') },
  )
  .map((chunk): [string, Step] => [chunk, (reader) => reader.type(chunk)]);

const happening = fc.oneof(
  fc
    .record({ columns: fc.integer({ min: 1, max: 160 }), rows: fc.integer({ min: 1, max: 50 }) })
    .map((size): [string, Step] => [
      `resize ${size.columns}x${size.rows}`,
      (reader) => reader.store.dispatch({ type: 'resize', size }),
    ]),
  fc.constant<[string, Step]>(['wait', (reader) => reader.settle()]),
  fc
    .nat(120_000)
    .map((later): [string, Step] => [
      `tick ${later}`,
      (reader) => reader.store.dispatch({ type: 'tick', now: NOW + later }),
    ]),
  fc.integer({ min: 0, max: 5 }).map((count): [string, Step] => [
    `${count} arrive`,
    (reader) => {
      reader.reader.list = [...headlines(count, 1000 + reader.reader.list.length), ...reader.reader.list];
      reader.store.dispatch({ type: 'changed' });
    },
  ]),
);

const steps = fc.array(fc.oneof({ weight: 5, arbitrary: pressing }, { weight: 1, arbitrary: happening }), {
  minLength: 1,
  maxLength: 40,
});

function whole(state: State): void {
  expect(state.screens[0].kind).toBe('headlines');
  expect(state.screens.slice(1).some(({ kind }) => kind === 'headlines')).toBe(false);
  for (const screen of state.screens) {
    if ('list' in screen) {
      const { items, selected, top } = screen.list;
      expect(selected).toBeGreaterThanOrEqual(0);
      expect(selected).toBeLessThan(Math.max(1, items.length));
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(selected);
      expect(Number.isInteger(selected) && Number.isInteger(top)).toBe(true);
    }
  }
  const shown = view(state);
  expect(shown.rows.length).toBe(state.size.rows);
}

const small = () => {
  const kept = fakeReader([
    ...headlines(25),
    headline(40, {
      title: '[단독] 반도체 수출, 韓美 협상 뒤 다섯 달 만에 늘어… “길고 긴 제목이 여러 줄로 나뉜다”',
    }),
  ]);
  kept.arrives = (section) =>
    section === 'economy'
      ? new Failure('http-status', { status: 500 })
      : section === 'politics'
        ? headlines(2, 900)
        : [];
  return kept;
};

describe('any keys that are pressed', () => {
  test('the screen is whole after every key, resize and answer', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const reader = session(small());
        for (const [, step] of script) {
          await step(reader);
          whole(reader.state());
        }
        await reader.settle();
        whole(reader.state());
        expect(reader.logged).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('Esc leads back to the headlines, and there changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const reader = session(small());
        for (const [, step] of script) await step(reader);
        await reader.settle();
        for (let turn = 0; turn < 100 && reader.state().screens.length > 1; turn += 1) reader.type('\x1b');
        reader.type('\x1b');
        expect(reader.state().screens.length).toBe(1);
        expect(contextOf(reader.state())).toBe('headlines');
        reader.type('k');
        const before = reader.state();
        reader.type('\x1b');
        expect(reader.state()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('headlines that arrive never move the selection off its headline, nor in a scrolled list off its row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(24),
        fc.nat(30),
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
        async (down, up, arrivals) => {
          const kept = fakeReader(headlines(60));
          const reader = session(kept);
          await reader.settle();
          reader.type(`30G${down + 1}j${up + 1}k`);
          const title = reader.selected();
          const { selected, top } = reader.headlines().list;
          for (const [turn, count] of arrivals.entries()) {
            kept.list = [...headlines(count, 1000 * (turn + 1)), ...kept.list];
            reader.store.dispatch({ type: 'changed' });
            expect(reader.selected()).toBe(title);
            const list = reader.headlines().list;
            if (top > 0) expect(list.selected - list.top).toBe(selected - top);
            else expect(list.top === 0 || list.selected - list.top >= selected).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('every command does the same from the keyboard and from the IME', async () => {
    for (const { keys, contexts } of KEYS) {
      if ((contexts as readonly string[]).includes('typing')) continue;
      const letter = keys.find((key) => /^[A-Za-z]$/.test(key));
      if (letter === undefined) continue;
      const jamo = latinToHangul(letter);
      const hangul = keysOfHangul(jamo).join('') === letter ? jamo : undefined;
      // A capital without a jamo of its own goes by its twin.
      const twin = hangul ?? keys.find((key) => !/^[A-Za-z]$/.test(key))!;
      const [one, other] = [session(small()), session(small())];
      for (const reader of [one, other]) reader.type('5j');
      one.type(letter);
      other.type(hangul ?? sentFor(twin));
      await Promise.all([one.settle(), other.settle()]);
      const bare = (state: State) => ({ ...state, imeHinted: false, notice: null });
      expect(bare(other.state()), letter).toEqual(bare(one.state()));
      expect(other.terminal, letter).toEqual(one.terminal);
    }
  });

  // ㄴ is s, the section chooser; ㅔ is p, a command; ㅓ is j.
  test.each([
    ['나', 'sections', 'ㅏ'],
    ['난ㄱ', 'sections', 'ㅏㄴㄱ'],
    ['ㅓ나라', 'sections', 'ㅏ라'],
    ['넣', 'sections', 'ㅓㅎ'],
    ['ㅓㅔ쟁', 'pipe', '쟁'],
  ])(
    'what is left of %s once it has opened a prompt stands there as it was typed',
    async (typed, kind, shown) => {
      const reader = session(fakeReader(headlines(5)));
      await reader.settle();
      reader.type(typed);
      await reader.settle();
      expect(topScreen(reader.state())).toMatchObject({ kind, field: { text: shown } });
    },
  );
});
