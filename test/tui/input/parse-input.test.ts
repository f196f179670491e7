import { describe, expect, test } from 'vitest';
import { createInputParser, type Input } from '../../../source/tui/input/parse-input.ts';
import fc from '../../support/fast-check.ts';

const keys = (inputs: readonly Input[]) => inputs.map((each) => ('key' in each ? each.key : each));
const read = (...chunks: readonly string[]) => {
  const parser = createInputParser();
  return keys([...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.flush()]);
};

/** Input of terminals that is no key here: other keys, mice, replies. */
const REPLIES = [
  '\x1b[15~',
  '\x1b[I',
  '\x1b[O',
  '\x1b[<2;10;20M',
  '\x1b[M !!',
  '\x1b[12;40R',
  '\x1b[?62;c',
  '\x1b[[A',
  '\x1b]11;rgb:0000/0000/0000\x07',
  '\x1b]11;rgb:0000/0000/0000\x1b\\',
  '\x1bP1$r0m\x1b\\',
  '\x1b[106;5u',
  '\x1bOP',
];

const SEQUENCES = [
  '\x1b[A',
  '\x1bOD',
  '\x1b[1;5A',
  '\x1b[H',
  '\x1b[4~',
  '\x1b[6~',
  '\x1b[3~',
  '\x1b[Z',
  '\x1bOM',
];

describe('input from a terminal', () => {
  test.each([
    ['jjj', ['j', 'j', 'j']],
    ['ㅓㅓ거', ['ㅓ', 'ㅓ', '거']],
    ['\x1b[A\x1b[B\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
    ['\x1b[1;5A\x1b[1;2D', ['up', 'left']],
    [
      '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1bOH\x1bOF',
      ['home', 'end', 'home', 'end', 'home', 'end', 'home', 'end'],
    ],
    ['\x1b[5~\x1b[6~\x1b[3~\x1b[Z', ['pageup', 'pagedown', 'delete', 'shift-tab']],
    ['\r\n\t \x7f\b', ['enter', 'enter', 'tab', 'space', 'backspace', 'backspace']],
    ['\x03\x04\x0c\x1a', ['ctrl-c', 'ctrl-d', 'ctrl-l', 'ctrl-z']],
    ['jj\x04k\x03', ['j', 'j', 'ctrl-d', 'k', 'ctrl-c']],
    ['\x1b', ['esc']],
    ['\x1b\x1b', ['esc', 'esc']],
    ['\x1bj', ['esc', 'j']],
    ['/반도체\r', ['/', '반', '도', '체', 'enter']],
    ['__proto__', [...'__proto__']],
    ['👨‍👩‍👧e\u0301', ['👨‍👩‍👧', 'é']],
    ['\u1112\u1161\u11ab', ['한']],
  ])('%j is %j', (chunk, expected) => {
    expect(read(chunk)).toEqual(expected);
  });

  test.each(REPLIES)('%j gives no key, but the key behind it counts', (sequence) => {
    expect(read(`${sequence}j`)).toEqual(['j']);
  });

  test('a sequence in two chunks is one key', () => {
    expect(read('\x1b', '[A')).toEqual(['up']);
    expect(read('\x1b[', '5', '~j')).toEqual(['pageup', 'j']);
  });

  test('an arrow that comes apart on a slow line is never a command', () => {
    const parser = createInputParser();
    expect(parser.push('\x1b')).toEqual([]);
    expect(keys(parser.flush())).toEqual(['esc']);
    expect(keys(parser.push('[A'))).toEqual([]);
    expect(keys(parser.push('A'))).toEqual(['A']);
  });

  describe('input in pieces from a slow line', () => {
    /** The chunks, each followed by a pause longer than an escape is waited for. */
    const slowly = (pause: number, ...chunks: readonly string[]) => {
      let now = 0;
      const parser = createInputParser(() => now);
      return chunks.flatMap((chunk) => {
        const pushed = keys(parser.push(chunk));
        const flushed = parser.waiting() === null ? [] : keys(parser.flush());
        expect(parser.waiting()).toBeNull();
        now += pause;
        return [...pushed, ...flushed];
      });
    };

    test.each([...SEQUENCES, ...REPLIES])('%j, split anywhere, gives no key but its own', (sequence) => {
      const own = read(sequence);
      for (let at = 1; at < sequence.length; at += 1) {
        const parted = slowly(150, sequence.slice(0, at), `${sequence.slice(at)}j`);
        expect(parted, `after ${at}`).toEqual(at === 1 ? ['esc', 'j'] : [...own, 'j']);
      }
    });

    test.each([...SEQUENCES, ...REPLIES])(
      '%j in as many pieces as it has bytes gives none either',
      (sequence) => {
        const [first = '', second = '', ...rest] = sequence;
        expect(slowly(20, first + second, ...rest, 'j')).toEqual([...read(sequence), 'j']);
      },
    );

    test('a sequence with a second pause in it gives no keys', () => {
      expect(slowly(150, '\x1b', '[1;', '5A', 'j')).toEqual(['esc', 'j']);
      expect(slowly(150, '\x1b[', '1;', '5A', 'j')).toEqual(['up', 'j']);
    });

    test('a paste split in its beginning is one text all the same, never commands', () => {
      const paste = '\x1b[200~rm A!\x1b[201~';
      for (let at = 1; at < 6; at += 1) {
        const parted = slowly(150, paste.slice(0, at), paste.slice(at));
        expect(parted.filter((key) => key !== 'esc')).toEqual([{ paste: 'rm A!' }]);
      }
    });

    test('the rest of a sequence is not waited for after a second', () => {
      expect(slowly(1500, '\x1b[', 'A')).toEqual(['A']);
      expect(slowly(1500, '\x1b[1;', '3R')).toEqual(['3', 'R']);
      expect(slowly(400, '\x1b[', '1', '2', '3', 'j')).toEqual(['3', 'j']);
    });

    test('an answer of the terminal gives no keys, though each of its parts comes late', () => {
      const parts = [']1', '1;rgb:ff', 'ff/f6f6', '/e3e3', '\x1b\\'];
      expect(slowly(900, '\x1b', ...parts, 'j')).toEqual(['esc', 'j']);
      expect(slowly(900, '\x1bP>', '|XTerm', '(390)', '\x07', 'j')).toEqual(['j']);
      expect(slowly(1100, '\x1b]11;', 'rg')).toEqual(['r', 'g']);
    });

    test('a byte that cannot continue a sequence is a key', () => {
      expect(slowly(150, '\x1b[1;', '한')).toEqual(['한']);
      expect(slowly(150, '\x1b[1;', '\r')).toEqual(['enter']);
      expect(slowly(150, '\x1b[1;', '\x1b[B')).toEqual(['down']);
      expect(slowly(150, '\x1b[1;', '\x1b')).toEqual(['esc']);
    });

    test('keys pressed right after a lone Esc are keys', () => {
      for (const key of ['[', '[[', ']', 'O', 'P', 'j', 'A', '한'])
        expect(slowly(150, '\x1b', key, 'j'), key).toEqual(['esc', ...key, 'j']);
      expect(slowly(30, '\x1b', ...']]]]')).toEqual(['esc', ...']]]]']);
      expect(slowly(150, '\x1b', '\x1b', '\x1b[A')).toEqual(['esc', 'esc', 'up']);
    });
  });

  test('a part of a sequence without the rest is dropped', () => {
    expect(read('\x1b[1;')).toEqual([]);
  });

  test('a paste is one text, with anything in it and however it is split', () => {
    expect(read('j\x1b[200~한 줄\n두 \x1b[A줄', '\r끝\x1b[201~k')).toEqual([
      'j',
      { paste: '한 줄\n두 \x1b[A줄\r끝' },
      'k',
    ]);
  });

  test('the parser asks for a wait only while it holds something back', () => {
    const parser = createInputParser();
    parser.push('j');
    expect(parser.waiting()).toBeNull();
    parser.push('\x1b');
    expect(parser.waiting()).toBeGreaterThan(0);
    parser.flush();
    expect(parser.waiting()).toBeNull();
  });

  test('plain keys are the same however chunks are cut', () => {
    const key = fc.constantFrom('j', '거', 'ㅃ', '\x1b[A', '\x1b[6~', '\r', ' ', '\x04', '9');
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 20 }),
        fc.array(fc.nat(40), { maxLength: 5 }),
        (pressed, cuts) => {
          const whole = pressed.join('');
          const places = [
            0,
            ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b),
            whole.length,
          ];
          const chunks = places.slice(1).map((end, index) => whole.slice(places[index], end));
          expect(read(...chunks)).toEqual(read(whole));
        },
      ),
    );
  });

  const byte = fc.oneof(
    fc.constantFrom(
      '\x1b',
      '[',
      'O',
      'P',
      ']',
      '~',
      ';',
      '2',
      '0',
      'M',
      'A',
      '\x07',
      '\\',
      '한',
      '\x9b',
      '\x00',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  test('no input throws, is held for ever, or comes out with a control character', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: byte, maxLength: 12 }), { maxLength: 5 }), (chunks) => {
        const parser = createInputParser();
        const inputs = [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.flush()];
        expect(parser.waiting()).toBeNull();
        for (const each of inputs) if ('key' in each) expect(each.key).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });
});
