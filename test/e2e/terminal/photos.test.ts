// Photos in a pseudo-terminal that claims to show them. The output is decoded by other code than the
// program's: to the pixels meant, at the place meant.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode as decodeSixel } from 'sixel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodePhoto } from '../../../source/photos/decode.ts';
import { scale } from '../../../source/photos/scale.ts';
import { samplePhoto } from '../../support/pictures.ts';
import { BIN, removeHome } from '../../support/program/program.ts';
import { kittyImages, placeholdersOn } from '../../support/terminal/kitty.ts';
import { type Says, Terminal } from '../../support/terminal/terminal.ts';

const KITTY: Says = { version: 'kitty(0.41.1)', attributes: '62;', cell: [10, 20] };
const XTERM: Says = { version: 'XTerm(379)', attributes: '64;1;2;4;6;9;15;22', cell: [8, 16] };
const ITERM: Says = { version: 'iTerm2 3.5.2', attributes: '62;4', cell: [9, 18] };
const VTE: Says = { version: 'VTE(7200)', attributes: '65;1;9', cell: [10, 20] };

const moon = await decodePhoto(samplePhoto('moon'));
const meeting = await decodePhoto(samplePhoto('meeting'));

let home: string;
let terminal: Terminal;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'photos-'));
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

/** The article of the moon's photo, opened in the sample edition. */
async function openArticle(
  says: Says | 'silent',
  env: Record<string, string> = {},
  size: { columns?: number; rows?: number } = {},
): Promise<void> {
  terminal = new Terminal(process.execPath, [BIN, '--demo', 'science'], {
    ...size,
    says,
    env: { DONGA_TUI_HOME: home, COLORTERM: '', NO_COLOR: undefined as never, TMUX: '', ...env },
  });
  await terminal.shows('마루호');
  terminal.press('\r');
  await terminal.shows('노을샘');
}

/** The mean difference between a picture decoded here and the one written, both in the size of the latter. */
function difference(
  ours: typeof moon,
  theirs: { width: number; height: number; data: ArrayLike<number> },
  stride: 3 | 4,
): number {
  const { width, height, data } = theirs;
  const scaled = scale(ours, { width, height }).data;
  let sum = 0;
  for (let at = 0; at < width * height; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      sum += Math.abs(scaled[at * 4 + channel]! - data[at * stride + channel]!);
    }
  }
  return sum / width / height / 3;
}

const images = () => kittyImages(terminal.written).images;
const cells = () => placeholdersOn(terminal.cells());

/** Every cell on the screen is the one meant for its place, of an existing image that is placed at that size. */
function expectWhole(): void {
  const there = images();
  const all = cells();
  const at = new Map(all.map((cell) => [`${cell.x} ${cell.y}`, cell]));
  const origins = new Map<string, (typeof all)[number]>();
  for (const cell of all) {
    const [, image] = [...there].find(([number]) => number % 0x100 === cell.low) ?? [];
    const [columns, rows] = image!.cells!;
    const line = `${cell.low} ${cell.y}`;
    if (!origins.has(line)) origins.set(line, cell);
    const origin = origins.get(line)!;
    const above = at.get(`${cell.x} ${cell.y - 1}`);
    expect([cell.column, origin.column]).toEqual([cell.x - origin.x, 0]);
    expect(cell.column < columns && cell.row < rows).toBe(true);
    if (above?.low === cell.low) expect(cell.row).toBe(above!.row + 1);
  }
}

describe('in a kitty, a photo stands in the text:', () => {
  test('its pixels, under the paragraph before it and over its caption, scrolled with the text', async () => {
    await openArticle(KITTY, {}, { columns: 100, rows: 40 });
    await terminal.shows(() => cells().length > 0);
    const [image] = images().values();
    expect(difference(moon, image!, 3)).toBeLessThan(2);
    expect(kittyImages(terminal.written).largest).toBeLessThanOrEqual(512_000);
    expectWhole();
    const top = Math.min(...cells().map(({ y }) => y));
    const bottom = Math.max(...cells().map(({ y }) => y));
    const [columns, rows] = image!.cells!;
    expect(bottom - top + 1).toBe(rows);
    expect(rows).toBeLessThanOrEqual(Math.floor((40 * 2) / 3));
    // 480 × 320 pixels in cells of 10 × 20.
    expect([columns, rows]).toEqual([48, 16]);
    expect(terminal.rows()[bottom + 1]).toContain('┃ 마루호가 보내온');

    terminal.press('jjj');
    await terminal.shows(() => Math.min(...cells().map(({ y }) => y)) === top - 3);
    expectWhole();
    terminal.press(' ');
    await terminal.shows(() => cells().length > 0 && cells().every(({ low }) => low !== null));
    expectWhole();
  });

  test('cut at the edge of the pane, gone with the article, there again with it', async () => {
    await openArticle(KITTY, {}, { columns: 80, rows: 24 });
    await terminal.shows(() => cells().length > 0);
    expectWhole();
    for (const { y } of cells()) expect(y).toBeLessThan(22);
    terminal.press('\x1b');
    await terminal.shows(() => cells().length === 0);
    terminal.press('\r');
    await terminal.shows(() => cells().length > 0);
    expectWhole();
  });

  test('right after a resize', async () => {
    await openArticle(KITTY, {}, { columns: 100, rows: 40 });
    await terminal.shows(() => cells().length > 0);
    terminal.resize(50, 40);
    await terminal.shows(() => cells().length > 0 && Math.max(...cells().map(({ column }) => column)) < 46);
    expectWhole();
    terminal.resize(100, 20);
    await terminal.shows(() => {
      const rows = cells().map(({ row }) => row);
      return rows.length > 0 && Math.max(...rows) < 14;
    });
    expectWhole();
  });

  test('hidden and shown by I and by % (which the Hangul IME lets through)', async () => {
    await openArticle(KITTY, {}, { columns: 100, rows: 40 });
    await terminal.shows(() => cells().length > 0);
    terminal.press('I');
    await terminal.shows('사진을 숨깁니다');
    expect(cells()).toEqual([]);
    terminal.press('%');
    await terminal.shows(() => cells().length > 0);
    expectWhole();
  });

  test('whole on the screen by i (ㅑ), the next by i, and back to the same line by Esc', async () => {
    await openArticle(KITTY, {}, { columns: 100, rows: 30 });
    await terminal.shows(() => cells().length > 0);
    terminal.press('jj');
    await terminal.shows('4%');
    const before = terminal.rows();
    terminal.press('ㅑ');
    await terminal.shows(() => terminal.text().includes('사진 1/2') && cells().length > 48 * 16);
    expectWhole();
    const shown = [...images().values()].at(-1)!;
    expect(difference(moon, shown, 3)).toBeLessThan(2);
    terminal.press('i');
    await terminal.shows(() => terminal.text().includes('사진 2/2') && cells().length > 48 * 16);
    expect(difference(meeting, [...images().values()].at(-1)!, 3)).toBeLessThan(2);
    expect(terminal.text()).toContain('관제실의 연구원들이');
    terminal.press('\x1b');
    await terminal.shows((screen) => screen.includes('마루호’') && !screen.includes('사진 2/2'));
    expect(terminal.rows().slice(0, 28)).toEqual(before.slice(0, 28));
  });

  test('after it is left the terminal has none of its images', async () => {
    await openArticle(KITTY, {}, { columns: 100, rows: 40 });
    await terminal.shows(() => cells().length > 0);
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
    await expect.poll(() => [...images().keys()]).toEqual([]);
  });

  test('the thumbnail stands beside the list, and goes with the selection', async () => {
    terminal = new Terminal(process.execPath, [BIN, '--demo', 'science'], {
      columns: 160,
      rows: 40,
      says: KITTY,
      env: { DONGA_TUI_HOME: home, NO_COLOR: undefined as never, TMUX: '' },
    });
    await terminal.shows('마루호');
    await terminal.shows(() => cells().length > 0);
    expectWhole();
    // The list has 77 columns and the line beside it one.
    expect(Math.min(...cells().map(({ x }) => x))).toBeGreaterThan(77);
    terminal.press('j');
    await terminal.shows(() => cells().length === 0);
  });
});

describe('in other terminals the caption names the key, and i fills the screen:', () => {
  test('by Sixel in xterm, decoded to the photo, in the middle and above the caption', async () => {
    await openArticle(XTERM);
    await terminal.shows('[사진 i] 마루호가');
    terminal.press('i');
    await terminal.shows(() => /\x1bP0;1;0q[^\x1b]*\x1b\\/.test(terminal.written));
    const [, y, x, sixel] = /\x1b\[(\d+);(\d+)H\x1bP0;1;0q([^\x1b]*)\x1b\\/.exec(terminal.written)!;
    const { width, height, data32 } = decodeSixel(sixel!);
    const data = new Uint8Array(data32.buffer, data32.byteOffset, width * height * 4);
    expect(difference(moon, { width, height, data }, 4)).toBeLessThan(20);
    expect(width / height).toBeCloseTo(1.5, 1);
    // In 80 columns of 8 pixels and the rows between the rule and the caption, of 16 pixels each.
    const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 16)];
    expect(Math.abs(Number(x) - 1 - (80 - columns) / 2)).toBeLessThanOrEqual(1);
    expect(Number(y)).toBeGreaterThan(3);
    const caption = terminal.rows().findIndex((row) => row.includes('마루호가 보내온'));
    expect(Number(y) - 1 + rows).toBeLessThanOrEqual(caption);
    expect(rows).toBeGreaterThan(10);

    terminal.forget();
    terminal.press('\x1b');
    await terminal.shows('[사진 i] 마루호가');
    // Erased, and every row written again: nothing of the picture is left.
    expect(terminal.written).toContain('\x1b[2J');
  });

  test('by iTerm2’s inline images, the JPEG as the server sent it', async () => {
    await openArticle(ITERM);
    await terminal.shows('[사진 i] 마루호가');
    terminal.press('i');
    await terminal.shows(() => /\x1b\]1337;File=[^\x07]*\x07/.test(terminal.written));
    const [, y, x, keys, base64] = /\x1b\[(\d+);(\d+)H\x1b\]1337;File=([^:]*):([^\x07]*)\x07/.exec(
      terminal.written,
    )!;
    expect(Buffer.from(base64!, 'base64').equals(samplePhoto('moon'))).toBe(true);
    const [, columns, rows] = /width=(\d+);height=(\d+)/.exec(keys!)!.map(Number);
    expect(Number(x) - 1 + columns!).toBeLessThanOrEqual(80);
    expect(Number(y) - 1 + rows!).toBeLessThanOrEqual(21);
    expect((columns! * 9) / (rows! * 18)).toBeCloseTo(1.5, 0);
  });

  test('by half blocks in the 256 colours if the terminal has nothing better, over blank cells', async () => {
    await openArticle(VTE, { COLORTERM: '', TERM: 'xterm-256color' });
    terminal.press('i');
    await terminal.shows('▀▀▀▀');
    await expect.poll(() => terminal.rows().filter((row) => row.includes('▀')).length).toBeGreaterThan(10);
    terminal.press('\x1b');
    await terminal.shows((screen) => !screen.includes('▀') && screen.includes('노을샘'));
  });

  test('in a terminal that answers nothing, after a second, and no key is lost or made up meanwhile', async () => {
    await openArticle('silent');
    terminal.press('i');
    await terminal.shows('▀▀▀▀');
    expect(terminal.text()).toContain('사진 1/2');
    terminal.press('i');
    await terminal.shows('사진 2/2');
    terminal.press('q');
    await terminal.shows('노을샘');
  });

  test('drawn anew for another size', async () => {
    await openArticle(VTE);
    terminal.press('i');
    await terminal.shows('▀▀▀▀');
    terminal.resize(40, 24);
    await terminal.shows(
      (screen) => screen.includes('▀') && !/▀{41}/.test(screen) && screen.includes('사진 1/2'),
    );
    const widths = terminal.rows().map((row) => row.trim().length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(40);
  });
});

describe('no picture is written', () => {
  const wrotePictures = () => /\x1b_G|\x1bP0|\x1b\]1337|▀/.test(terminal.written);

  test('with NO_COLOR: the caption stands alone, and i says why', async () => {
    await openArticle(KITTY, { NO_COLOR: '1' }, { rows: 40 });
    await terminal.shows('[사진] 마루호가');
    terminal.press('i');
    await terminal.shows('색을 쓰지 않는 터미널');
    expect(wrotePictures()).toBe(false);
  });

  test('without a photo in sight, and the terminal is not even asked', async () => {
    terminal = new Terminal(process.execPath, [BIN, '--demo', 'politics'], {
      says: KITTY,
      env: { DONGA_TUI_HOME: home, NO_COLOR: undefined as never },
    });
    await terminal.shows('▌');
    terminal.press('j');
    await terminal.quiet(200);
    expect(terminal.written).not.toContain('\x1b[>q');
  });
});
