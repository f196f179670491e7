// A reader's page for README.ko.md: one article of the sample edition at three widths, beside the result of a
// naive wrapper.
import { readFile } from 'node:fs/promises';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { cellWidth } from '../../../source/korean/cells.ts';
import { setArticle } from '../../../source/typeset/article.ts';
import { rowText } from '../../../source/typeset/rows.ts';

const ARTICLE = '139074720';
const FROM = '한국은행 금융통화위원회가';
const ROWS = 22;

/** Fills each line to its last cell and breaks there: the way a terminal wraps text. */
function naive(text: string, columns: number): string[] {
  const lines: string[] = [''];
  let cells = 0;
  for (const character of text) {
    const width = cellWidth(character);
    if (cells + width > columns) {
      lines.push('');
      cells = 0;
    }
    lines[lines.length - 1] += character;
    cells += width;
  }
  return lines;
}

export async function readersPage(): Promise<string> {
  const html = await readFile(`fixtures/edition/articles/${ARTICLE}.html`, 'utf8');
  const article = await extractArticle(html, null);
  const set = (columns: number): string[] => {
    const rows = setArticle(article, { columns, language: 'ko', hanja: false }).rows.map((row) =>
      rowText(row).trimEnd(),
    );
    const from = rows.findIndex((row) => row.startsWith(FROM.slice(0, 8)));
    return rows.slice(from, from + ROWS);
  };
  // On a screen of 120 columns the column stays at 76 cells, in the middle.
  const wide = set(120).map((row) => `${' '.repeat(22)}${row}`.trimEnd());
  const plain = article.blocks
    .flatMap((block) => {
      if (block.type === 'photo') return [`[사진] ${block.caption ?? ''}`];
      return 'text' in block ? [block.text] : [];
    })
    .flatMap((text) => [...text.split('\n').flatMap((line) => naive(line, 76)), '']);
  const block = (title: string, rows: readonly string[]) =>
    `${title}\n\n\`\`\`text\n${rows.join('\n').trimEnd()}\n\`\`\``;
  return [
    block('76칸', set(76)),
    block(
      '같은 76칸을 칸 수만 세어 자르면: 낱말이 끊기고, 빈칸으로 시작하는 줄과 한 음절만 남는 줄이 생깁니다',
      plain.slice(0, ROWS),
    ),
    block('40칸', set(40)),
    block('120칸: 글줄은 76칸을 넘지 않고 가운데에 놓입니다', wide),
  ].join('\n\n');
}
