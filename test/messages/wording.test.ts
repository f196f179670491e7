// The wording of the interface: each text in its own language and style, and one word for each thing.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Message, MessageTable, Params } from '../../source/messages/types.ts';

const FOLDER = new URL('../../source/messages/', import.meta.url);

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;

/** Every message, by its key: of all tables that the files of messages export. */
const MESSAGES = new Map<string, Message>();
for (const file of readdirSync(FOLDER))
  for (const exported of Object.values((await import(new URL(file, FOLDER).href)) as Record<string, unknown>))
    for (const [key, message] of Object.entries(exported as MessageTable))
      if (isMessage(message)) MESSAGES.set(key, message);

/** A text with every parameter filled in by the same value. */
function texts(language: 'ko' | 'en', values = ['2', '1', '']): [key: string, text: string][] {
  return values.flatMap((value) => {
    const params = new Proxy({}, { get: () => value }) as Params;
    return [...MESSAGES].map(([key, { [language]: text }]): [string, string] => [
      key,
      typeof text === 'string' ? text : text(params),
    ]);
  });
}

/** Names, and texts that are made of their parameters alone. */
const NAMES = /^(?:value\.(?:kitty|iterm|sixel|json|en|count)|pipe\.json|follow\.tag|copy\.quote)$/;
/** Hangul in English texts: names in their own script, keys, and an example. */
const HANGUL_IN_ENGLISH = /한국어|견본 지면|한\/영|[ㄱ-ㅣ]/g;

test('there are messages to look at', () => {
  expect(MESSAGES.size).toBeGreaterThan(300);
});

describe('every text is in its language', () => {
  test('Korean ones have Hangul', () => {
    for (const [key, text] of texts('ko'))
      if (!NAMES.test(key) && /[a-z]{2}/i.test(text.replace(/donga-tui|--\w+/g, '')))
        expect(text, key).toMatch(/[가-힣]/);
  });

  test('English ones have none but names', () => {
    for (const [key, text] of texts('en'))
      expect(text.replace(HANGUL_IN_ENGLISH, ''), key).not.toMatch(/[가-힣]/);
  });
});

test('Korean sentences end in the polite style of a notice, and in no other', () => {
  for (const [key, text] of texts('ko'))
    expect(text, key).not.toMatch(/(?:[해어아에예]요|[한된온난간]다|[있없했]다|이다)(?:[.!?]|$)/);
});

test('Korean particles fit the word before them: none is written in both forms', () => {
  for (const [key, text] of texts('ko')) expect(text, key).not.toMatch(/\((?:는|은|가|이|를|을|로)\)/);
});

test('notices are one line without a full stop at the end, and no text has two spaces together', () => {
  for (const language of ['ko', 'en'] as const)
    for (const [key, text] of texts(language, ['2', '1'])) {
      expect(text.trim(), key).not.toMatch(/\S {2}\S/);
      if (key.startsWith('notice.')) expect(text, key).not.toMatch(/[^.]\.$|\n/);
    }
});

test('each thing has one word', () => {
  const other = {
    en: /same news|Korean IME|(?:one|query) a line|article bod|\bmade anew\b|\bmend\b|or not\b/i,
    ko: /중간 제목|들여오|지면별|다른 꼴/,
  };
  for (const language of ['ko', 'en'] as const)
    for (const [key, text] of texts(language)) expect(text, key).not.toMatch(other[language]);
});
