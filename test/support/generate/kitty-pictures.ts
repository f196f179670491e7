// node test/support/generate/kitty-pictures.ts [folder [shot…]] — screenshots of the sample edition in a real kitty, for docs/pictures.
// Needs a build (or another one, by BIN), kitty, Xvfb, ImageMagick and the font below.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN } from '../program/program.ts';

const PATIENCE = 60_000;
const DISPLAY = ':97';
/** Another kitty than the system's: photos in the text need 0.28. */
const KITTY = process.env.KITTY ?? 'kitty';
const FONT = 'NanumGothicCoding';

const GROUNDS = {
  dark: { background: '#1c1f26', foreground: '#e6e6e6' },
  light: { background: '#fbfaf7', foreground: '#24292f' },
} as const;

const SIZES = [
  [80, 24],
  [160, 48],
] as const;

interface Shot {
  /** The setting of images. */
  readonly images: string;
  readonly section: string;
  /** Keys, and what shows that each did its work. */
  readonly steps: readonly (readonly [keys: string, shows: RegExp])[];
}

const SHOTS: Readonly<Record<string, Shot>> = {
  list: {
    images: 'auto',
    section: 'total',
    steps: [
      ['', /연준[\s\S]*한국은행/],
      ['jjj', /기준금리/],
    ],
  },
  article: {
    images: 'off',
    section: 'society',
    steps: [
      ['', /하수관/],
      ['\r', /saegil[\s\S]*분석/],
    ],
  },
  'article-kitty': {
    images: 'auto',
    section: 'science',
    steps: [
      ['', /K-우주탐사선/],
      ['\r', /지름 24㎞[\s\S]*기자/],
    ],
  },
  'article-blocks': {
    images: 'blocks',
    section: 'science',
    steps: [
      ['', /K-우주탐사선/],
      ['\r', /지름 24㎞[\s\S]*기자/],
      ['i', /사진 1\//],
    ],
  },
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again until a value is there. */
async function until<T>(what: string, look: () => T | null): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    try {
      const found = look();
      if (found !== null) return found;
    } catch {
      // Not there yet.
    }
    await pause(100);
  }
  throw new Error(`${what} never came`);
}

async function photograph(
  file: string,
  shot: string,
  ground: keyof typeof GROUNDS,
  size: readonly [number, number],
): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'donga-tui-picture-'));
  const socket = `unix:${join(home, 'kitty')}`;
  const { images, section, steps } = SHOTS[shot]!;
  writeFileSync(join(home, 'config.json'), JSON.stringify({ images, start: 'fresh', background: ground }));
  const { background, foreground } = GROUNDS[ground];
  const [columns, rows] = size;
  const options = {
    font_family: FONT,
    font_size: '13',
    allow_remote_control: 'yes',
    remember_window_size: 'no',
    initial_window_width: `${columns}c`,
    initial_window_height: `${rows}c`,
    window_padding_width: '0',
    hide_window_decorations: 'yes',
    update_check_interval: '0',
    cursor_blink_interval: '0',
    background,
    foreground,
  };
  const kitty = spawn(
    KITTY,
    [
      '--config=NONE',
      `--listen-on=${socket}`,
      ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
      process.execPath,
      process.env.BIN ?? BIN,
      '--demo',
      section,
    ],
    {
      env: {
        ...process.env,
        DISPLAY,
        LIBGL_ALWAYS_SOFTWARE: '1',
        LC_ALL: 'C.UTF-8',
        DONGA_TUI_HOME: home,
        CI: undefined,
      },
      stdio: 'ignore',
    },
  );
  const ask = (...words: string[]): string =>
    execFileSync(KITTY, ['@', '--to', socket, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    for (const [keys, shows] of steps) {
      if (keys !== '') ask('send-text', keys.replace('\r', '\\r'));
      await until(`${shot}: ${shows}`, () => (shows.test(ask('get-text')) ? true : null));
    }
    // Until nothing changes any more: the photo is there, and so is the preview.
    let before = '';
    const shown = join(home, 'shown.png');
    const window = await until('the window', () => {
      const [{ platform_window_id: id }] = JSON.parse(ask('ls')) as [{ platform_window_id: number }];
      return id;
    });
    for (let same = 0; same < 3; ) {
      await pause(700);
      execFileSync('import', ['-display', DISPLAY, '-window', String(window), shown]);
      const now = execFileSync('convert', [shown, '-format', '%#', 'info:'], { encoding: 'utf8' });
      same = now === before ? same + 1 : 0;
      before = now;
    }
    execFileSync('convert', [
      shown,
      '-strip',
      '-colors',
      '160',
      '-define',
      'png:compression-level=9',
      `png8:${file}`,
    ]);
  } finally {
    kitty.kill();
    if (kitty.exitCode === null) await new Promise((resolve) => kitty.once('close', resolve));
    rmSync(home, { recursive: true, force: true });
  }
}

const [folder = 'docs/pictures', ...chosen] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1800x1200x24'], { stdio: 'ignore' });
try {
  await pause(1000);
  for (const shot of chosen.length === 0 ? Object.keys(SHOTS) : chosen)
    for (const ground of Object.keys(GROUNDS) as (keyof typeof GROUNDS)[])
      for (const size of SIZES)
        await photograph(join(folder, `${shot}-${ground}-${size.join('x')}.png`), shot, ground, size);
} finally {
  screen.kill();
}
