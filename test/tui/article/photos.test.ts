// Photos in the full screen, on a fake reader and a terminal that keeps its output.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import type { Rendered } from '../../../source/photos/render.ts';
import type { PhotoJob } from '../../../source/reader/photos/photos.ts';
import type { ImageTerminal } from '../../../source/terminal/images/open.ts';
import { createPictures } from '../../../source/terminal/images/pictures.ts';
import type { Beginning } from '../../../source/tui/update/begin.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

const PHOTOS = ['one', 'two', 'three'].map((name) => `https://dimg.donga.com/${name}.jpg`);

function kitty(written: string[] = []): () => Promise<ImageTerminal> {
  const terminal: ImageTerminal = {
    support: {
      protocol: 'kitty',
      inText: true,
      wrapped: false,
      cell: { width: 10, height: 20 },
      trueColour: true,
      registers: 256,
      largest: null,
    },
    pictures: createPictures({
      write: (text) => written.push(text),
      drained: async () => undefined,
      wrapped: false,
      onGone: () => undefined,
      random: () => 0.5,
    }),
    wide: () => false,
  };
  return async () => terminal;
}

/** An article with three photos, opened; `develops` answers for each of them. */
async function opened(
  develops: (job: PhotoJob) => Promise<Rendered>,
  change: Partial<Beginning> = {},
): Promise<{ at: Session; jobs: PhotoJob[] }> {
  const jobs: PhotoJob[] = [];
  const reader = fakeReader(headlines(5));
  reader.develops = (job) => {
    jobs.push(job);
    return develops(job);
  };
  const article = articleOf(headline(1), {
    blocks: [
      { type: 'paragraph', text: '첫 문단이다.' },
      ...PHOTOS.map((url, index) => ({
        type: 'photo' as const,
        url,
        caption: `설명 ${index + 1}`,
        alt: null,
      })),
    ],
  });
  reader.answers = async () => ({ article, failure: null });
  const at = session(reader, { size: { columns: 90, rows: 50 }, ...change }, undefined, undefined, kitty());
  at.type('\r');
  await at.settle();
  return { at, jobs };
}

const screen = (at: Session): string => view(at.state()).rows.map(rowText).join('\n');
const shown = (at: Session): number => view(at.state()).images.length;
const PHOTO: Rendered = { width: 100, height: 60, data: 'AAAA' };

describe('photos in the text', () => {
  test('come one at a time, in their order, and are over their captions', async () => {
    const waiting: (() => void)[] = [];
    const { at, jobs } = await opened(() => new Promise((resolve) => waiting.push(() => resolve(PHOTO))));
    for (let count = 1; count <= 3; count += 1) {
      await expect.poll(() => jobs.length).toBe(count);
      expect(jobs.at(-1)).toMatchObject({ url: PHOTOS[count - 1], fetch: true, page: headline(1).url });
      waiting[count - 1]!();
      await expect.poll(() => shown(at)).toBe(count);
    }
    expect(screen(at)).toMatch(/\u{10eeee}[^\n]*\n[^\n]*┃ 설명 1/u);
  });

  test('that cannot be fetched are their caption and the reason; the next comes all the same', async () => {
    const { at } = await opened(async ({ url }) => {
      if (url === PHOTOS[0]) throw new Failure('http-status', { status: 404 });
      if (url === PHOTOS[1]) throw new Failure('bad-image', { kind: 'huge' });
      return PHOTO;
    });
    await expect.poll(() => shown(at)).toBe(1);
    expect(screen(at)).toContain('[사진: 서버가 404 오류로 답했습니다] 설명 1');
    expect(screen(at)).toContain('[사진: 사진이 너무 큽니다 (한도 4천만 화소)] 설명 2');
    expect(at.logged).toEqual([]);
  });

  test.each([
    ['offline', { offline: true }],
    ['on a metered connection', { photos: { none: null, unasked: false } as const }],
  ])('%s only those that are kept are shown', async (_, change) => {
    const { jobs } = await opened(async () => PHOTO, change);
    await expect.poll(() => jobs.length).toBe(3);
    expect(jobs.map(({ fetch }) => fetch)).toEqual([false, false, false]);
  });

  test('i asks for one on a metered connection, and not offline', async () => {
    for (const [change, fetch] of [
      [{ photos: { none: null, unasked: false } as const }, true],
      [{ offline: true }, false],
    ] as const) {
      const { at, jobs } = await opened(async () => PHOTO, change);
      await expect.poll(() => jobs.length).toBe(3);
      at.type('i');
      await expect.poll(() => jobs.length).toBe(4);
      expect(jobs[3]).toMatchObject({ url: PHOTOS[0], fetch });
    }
  });

  test('are no longer fetched once the article is left', async () => {
    const waiting: (() => void)[] = [];
    const { at, jobs } = await opened(() => new Promise((resolve) => waiting.push(() => resolve(PHOTO))));
    await expect.poll(() => jobs.length).toBe(1);
    at.type('q');
    waiting[0]!();
    await at.settle();
    expect(jobs.length).toBe(1);
  });

  test('are not fetched if the setting is off, and i says so', async () => {
    const { at, jobs } = await opened(async () => PHOTO, { photos: { none: 'off', unasked: true } });
    at.type('i');
    await at.settle();
    expect(screen(at)).toContain('사진을 끄셨습니다');
    expect(screen(at)).toContain('[사진] 설명 1');
    expect(jobs).toEqual([]);
  });
});

test('a photo that cannot fill the screen says why, above its caption', async () => {
  const { at } = await opened(async () => {
    throw new Failure('bad-image', { kind: 'format' });
  });
  at.type('i');
  await expect.poll(() => screen(at)).toContain('보여 줄 수 없는 형식의 사진입니다');
  expect(screen(at)).toContain('사진 1/3');
  expect(screen(at)).toContain('설명 1');
  at.type('k');
  expect(screen(at)).toContain('사진 3/3');
});
