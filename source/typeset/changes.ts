/**
 * The corrections of an article, set with the paper's own lines: struck words, added ones, and marks around
 * both.
 */
import type { Correction, History } from '../corrections/compare.ts';
import type { BlockChange, TextChange, WordChange } from '../corrections/diff.ts';
import { type Language, say } from '../messages/index.ts';
import { setText } from './blocks.ts';
import { timeText } from './corrected.ts';
import { type Row, restyle, type Style, span } from './rows.ts';

export interface ChangesOptions {
  /** In cells. */
  readonly columns: number;
  readonly language: Language;
  /** In ms since the epoch. */
  readonly now: number;
}

/**
 * All changes of a history, the newest first. @param count the number of corrections, of texts no longer kept
 * too
 */
export function setChanges({ versions, changes }: History, count: number, options: ChangesOptions): Row[] {
  const { columns, language } = options;
  const title = versions.at(-1)?.title ?? '';
  const rows: Row[] = [...lines(title, columns, 'strong'), []];
  if (changes.length === 0) return [...rows, ...lines(say(language, 'corrections.none'), columns, 'plain')];
  const gone = Math.max(0, count - changes.length);
  for (const [at, change] of [...changes.entries()].reverse()) {
    const key = versions[change.to]?.source === 'feed' ? 'corrections.by-feed' : 'corrections.heading';
    const time = timeText(change.at, options.now, language);
    const heading = say(language, key, { number: gone + at + 1, time });
    rows.push(...ruled(heading, columns), ...changeRows(change, options), []);
  }
  if (gone > 0) rows.push(...lines(say(language, 'corrections.gone', { count: gone }), columns, 'meta'));
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function ruled(heading: string, columns: number): Row[] {
  return [[span('─'.repeat(columns), 'rule')], ...lines(heading, columns, 'section'), []];
}

const lines = (text: string, columns: number, style: Style): Row[] =>
  setText(text, Math.max(1, columns), style).map(({ row }) => row);

function changeRows({ title, deck, blocks }: Correction, options: ChangesOptions): Row[] {
  const { columns, language } = options;
  const parts: Row[][] = [];
  const named = (name: string, change: TextChange | null): void => {
    if (change !== null) parts.push(setWords(change.words, columns, `${name}: `));
  };
  named(say(language, 'corrections.title'), title);
  named(say(language, 'corrections.deck'), deck);
  let same = 0;
  const putSame = (): void => {
    if (same > 0) parts.push(lines(say(language, 'corrections.same', { count: same }), columns, 'faint'));
    same = 0;
  };
  const isChanged = blocks.some(({ kind }) => kind !== 'same');
  for (const block of isChanged ? blocks : []) {
    if (block.kind === 'same') same += 1;
    else {
      putSame();
      parts.push(blockRows(block, options));
    }
  }
  putSame();
  return parts.flatMap((part, at) => (at === 0 ? part : [[], ...part]));
}

function blockRows({ type, words }: BlockChange, { columns, language }: ChangesOptions): Row[] {
  const label = type === 'photo' ? `[${say(language, 'article.photo')}] ` : '';
  return setWords(words, columns, label);
}

/** The marks around removed and added words, which distinguish them without colour too. */
const MARKS = { removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/** Words of both texts in lines: those of the former one struck and marked, those of the new one underlined and marked. */
function setWords(words: readonly WordChange[], columns: number, label: string): Row[] {
  let text = '';
  const ranges: { readonly style: Style; readonly range: readonly [number, number] }[] = [];
  const put = (piece: string, style: Style | null): void => {
    if (style !== null && piece !== '')
      ranges.push({ style, range: [text.length, text.length + piece.length] });
    text += piece;
  };
  put(label, 'meta');
  for (const [kind, piece] of words) {
    if (kind === 'same') {
      put(piece, null);
      continue;
    }
    // Spaces stay outside the marks, so that a line can end there.
    const inside = piece.trim();
    const after = piece.slice(piece.trimEnd().length);
    put(piece.slice(0, piece.length - inside.length - after.length), null);
    if (inside !== '') {
      put(MARKS[kind][0], kind === 'removed' ? 'removed-mark' : 'added-mark');
      put(inside, kind);
      put(MARKS[kind][1], kind === 'removed' ? 'removed-mark' : 'added-mark');
    }
    put(after, null);
  }
  return setText(text, Math.max(1, columns), 'plain').map((line) => {
    let { row } = line;
    const before = line.offset - line.margin;
    for (const { style, range } of ranges) {
      const [from, to] = [Math.max(range[0] - before, line.margin), range[1] - before];
      if (from < to) row = restyle(row, [[from, to]], (found) => ({ ...found, style }));
    }
    return row;
  });
}
