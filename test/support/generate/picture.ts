// node test/support/generate/picture.ts — draws the README's picture from the real screen: the sample edition in a pseudo-terminal.
import { writeFile } from 'node:fs/promises';
import { BIN, emptyHome } from '../program/program.ts';
import { type Cell, Terminal } from '../terminal/terminal.ts';

const WIDTH = 9;
const HEIGHT = 20;
const BACKGROUND = '#1c1f26';
const FOREGROUND = '#e6e6e6';
const COLOURS = ['#1c1f26', '#ff7b72', '#7ee787', '#f2cc60', '#79c0ff', '#d2a8ff', '#56d4dd', '#e6e6e6'];

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * One screen as SVG: a text element for each run of cells, each at its own column, so that no font can shift
 * it.
 */
function svg(rows: readonly (readonly Cell[])[], left: number): string {
  const parts: string[] = [];
  rows.forEach((row, y) => {
    let x = left;
    for (const cell of row) {
      const colour = cell.colour === null ? FOREGROUND : (COLOURS[cell.colour % 8] ?? FOREGROUND);
      const box = `x="${x * WIDTH}" y="${y * HEIGHT}" width="${cell.width * WIDTH}" height="${HEIGHT}"`;
      if (cell.inverse) parts.push(`<rect ${box} fill="${colour}"/>`);
      if (cell.chars.trim() !== '') {
        const style = [
          `fill="${cell.inverse ? BACKGROUND : colour}"`,
          cell.bold ? 'font-weight="700"' : '',
          cell.dim ? 'opacity="0.6"' : '',
          cell.underline ? 'text-decoration="underline"' : '',
        ];
        parts.push(
          `<text x="${x * WIDTH}" y="${y * HEIGHT + 15}" ${style.filter((part) => part !== '').join(' ')}>${escapeXml(cell.chars)}</text>`,
        );
      }
      x += cell.width;
    }
  });
  return parts.join('\n');
}

const COLUMNS = 80;
const ROWS = 24;
const terminal = new Terminal(process.execPath, [BIN, '--demo'], {
  columns: COLUMNS,
  rows: ROWS,
  env: { DONGA_TUI_HOME: await emptyHome() },
});
// All sections are fetched: the line below tells of nothing that passes.
await terminal.shows((screen) => screen.includes('전체기사 127') && !screen.includes('받는 중'));
await terminal.quiet(1000);
terminal.press('b');
await terminal.shows('★');
terminal.press('jj');
await terminal.shows((screen) => /▌.*행정망|▌.*예결|▌.*예산결산/.test(screen));
const list = terminal.cells();
terminal.press('j\r');
// The reporters stand on the page only, not in the feed's lead.
await terminal.shows('한가람 기자');
const article = terminal.cells();
terminal.press('\x03');
await terminal.exits();

const GAP = 2;
const width = (2 * COLUMNS + GAP) * WIDTH;
await writeFile(
  'fixtures/screen.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${ROWS * HEIGHT}" font-family="D2Coding, NanumGothicCoding, 'Noto Sans Mono CJK KR', monospace" font-size="15" xml:space="preserve">
<rect width="100%" height="100%" fill="${BACKGROUND}"/>
<rect x="${COLUMNS * WIDTH}" width="${GAP * WIDTH}" height="100%" fill="#0d1117"/>
${svg(list, 0)}
${svg(article, COLUMNS + GAP)}
</svg>
`,
);
