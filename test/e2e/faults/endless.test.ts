import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../../source/commands/shared/lines.ts';
import { PATIENCE } from '../../support/patience.ts';
import { BIN } from '../../support/program/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'endless-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program by a shell that gives it endless input; it must end all the same. */
function run(line: string): { status: number | null; said: string } {
  try {
    const command = line.replaceAll('donga-tui', `"${process.execPath}" "${BIN}"`);
    const env = { ...process.env, DONGA_TUI_HOME: folder };
    execFileSync('sh', ['-c', command], { env, timeout: PATIENCE, stdio: 'pipe' });
    return { status: 0, said: '' };
  } catch (error) {
    const { status, stderr } = error as { status: number | null; stderr: Buffer };
    return { status, said: stderr.toString() };
  }
}

describe('a file without end is read up to the limit of a page', () => {
  const pipe = join(folder, 'pipe');
  test.runIf(process.platform !== 'win32').each([
    ['a device', 'donga-tui read /dev/zero'],
    ['a device of noise', 'donga-tui read /dev/urandom'],
    ['a device as standard input', 'donga-tui read - </dev/zero'],
    ['a program’s output', 'yes "<p>글</p>" | donga-tui read -'],
    ['a named pipe', `mkfifo ${pipe}; yes > ${pipe} & donga-tui read ${pipe}`],
    ['a file as standard input by its name', 'donga-tui read /dev/stdin </dev/zero'],
    ['a line of queries', 'donga-tui search --stdin --offline </dev/zero'],
  ])('%s', (_, line) => {
    const { status, said } = run(line);
    expect(said).toMatch(/너무 큽니다/);
    expect(status).toBe(1);
  });

  test('a file that grows while it is read', async () => {
    const file = join(folder, 'growing.html');
    writeFileSync(file, Buffer.alloc(9_000_000, ' '));
    const writer = createWriteStream(file, { flags: 'a' });
    const piece = Buffer.alloc(4_000_000, ' ');
    let isOver = false;
    const grow = (): void => {
      if (!isOver) writer.write(piece, grow);
    };
    grow();
    const child = spawn(process.execPath, [BIN, 'read', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    isOver = true;
    await new Promise((resolve) => writer.end(resolve));
    expect(said).toMatch(/너무 큽니다/);
    expect(status).toBe(1);
  });
});

test('a page as large as the limit is read, and one a byte larger is not', () => {
  const page = '<html><body><h1>제목</h1></body></html>';
  const file = join(folder, 'page.html');
  writeFileSync(file, page + ' '.repeat(10_000_000 - Buffer.byteLength(page)));
  expect(run(`donga-tui read ${file}`).said).not.toMatch(/너무/);
  expect(run(`donga-tui read - < ${file}`).said).not.toMatch(/너무/);
  writeFileSync(file, ' ', { flag: 'a' });
  expect(run(`donga-tui read ${file}`).said).toMatch(/너무 큽니다/);
});

test('a file that cannot be read is named', () => {
  expect(run(`donga-tui read ${join(folder, 'none.html')}`).said).toMatch(
    /none\.html 파일을 읽을 수 없습니다/,
  );
  expect(run(`donga-tui read ${folder}`).said).toMatch(/파일을 읽을 수 없습니다/);
  expect(existsSync(join(folder, 'donga-tui.log'))).toBe(false);
});

test('a stream’s lines are split as they come, with any line ends', async () => {
  const bytes = Buffer.from('갯벌\r\n\n예산 @경제\n끝');
  // One byte at a time, so that characters are cut too.
  const stream = Readable.from(
    [...bytes].map((byte) => Buffer.from([byte])),
    { objectMode: false },
  );
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  expect(lines).toEqual(['갯벌', '', '예산 @경제', '끝']);
  const long = linesOf(Readable.from([Buffer.alloc(50, 'a')], { objectMode: false }), 40);
  await expect(long.next()).rejects.toMatchObject({ code: 'too-large' });
});
