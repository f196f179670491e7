// Someone who presses anything: keys of every kind, in an order that a seed decides.
import { KEYS } from '../../../source/tui/input/keys.ts';
import { sentFor } from './keys.ts';

/** Keys that end the program or suspend it, which is tested elsewhere. */
const ENDING: readonly string[] = ['leave', 'quit', 'suspend'];

/** No word holds ㅂ, which with the IME on is the key that leaves. */
const WORDS = [
  '삼성',
  '금리',
  '대통령',
  'ㅅㅅㅈㅈ',
  'ㄷㅌㄹ',
  'openai',
  '한국은행 금ㄹ',
  '@정치',
  '>어제',
  '美',
  'tkatjd',
];
const ODD = [
  '\x1b[M !!',
  '\x1b[<0;5;5M',
  '\x1b[I',
  '\x1b[O',
  '\x1b[15~',
  '\x1b]11;rgb:0/0/0\x07',
  '\x1bOM',
  '\x1b[',
  '\x9b5',
  '\0',
  '\x1b\x1b\x1b',
  '\x1b[200~붙여 넣은\n글\x1b[201~',
  'ㅓ',
  'ㅏ',
  'ㅗ',
  '허',
  '🇰🇷',
  '\u0301',
  '3',
  '99',
];

const PLAIN = KEYS.filter(({ action }) => !ENDING.includes(action)).flatMap(({ keys }) => keys.map(sentFor));

/** Numbers from 0 up to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The next key, or the text of a search: never a key that ends the program. */
export function nextKey(random: () => number): string {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const kind = random();
  if (kind < 0.03) return `/${one(WORDS)}\r`;
  if (kind < 0.04) return `s${one(WORDS)}\r`;
  if (kind < 0.08) return one(ODD);
  // Mostly keys that move, as readers press.
  if (kind < 0.4) return one(['j', 'j', 'j', 'k', ' ', '\r', '\x1b', 'n', '\t']);
  return one(PLAIN);
}
