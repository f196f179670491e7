import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyHome, type Outcome, runProgram } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';

let site: Site;
let home: string;

const donga = (...args: string[]): Promise<Outcome> =>
  runProgram(args, { env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin } });

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
  await donga('sync');
});
afterAll(async () => {
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe('a story', () => {
  test('is named by its headlines and shown oldest first, by its id or a headline’s', async () => {
    const list = JSON.parse((await donga('headlines', '--json', '--limit', '500')).stdout);
    const inOne = list.filter((each: { story?: string }) => each.story !== undefined);
    expect(inOne.length).toBeGreaterThanOrEqual(2);
    const { id, story: name } = inOne[0];
    const story = JSON.parse((await donga('story', id, '--json')).stdout);
    expect(Object.keys(story)).toEqual(['id', 'title', 'headlines']);
    expect(story.id).toBe(name);
    expect(name).toBe(`s${story.headlines[0].id}`);
    expect(story.headlines.length).toBeGreaterThanOrEqual(2);
    const plain = await donga('story', name);
    expect(plain.status).toBe(0);
    const rows = plain.stdout.trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t')[2])).toEqual(
      story.headlines.map(({ title }: { title: string }) => title),
    );
  });

  test('of a headline never seen is refused in a line, and as JSON', async () => {
    const { status, stdout, stderr } = await donga('story', '9', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('unknown-story');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((await donga('story')).status).toBe(2);
  });
});
