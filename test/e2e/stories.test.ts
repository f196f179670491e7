import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyHome, type Outcome, removeHome, runProgram } from '../support/program/program.ts';
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
  await removeHome(home);
});

describe('a followed thing', () => {
  test('is listed and gathers headlines under 관심, and an unknown thing is refused', async () => {
    const list = JSON.parse((await donga('headlines', '--json', '--offline', '--limit', '500')).stdout);
    const { id } = list[0];
    expect(JSON.parse((await donga('follow', 'add', `story:${id}`, '--json')).stdout)).toEqual([
      `story:s${id}`,
    ]);
    const gathered = JSON.parse((await donga('headlines', 'following', '--json', '--offline')).stdout);
    expect(gathered.map((each: { id: string }) => each.id)).toContain(id);
    expect((await donga('follow')).stdout).toBe(`story:s${id}\n`);
    expect((await donga('follow', 'remove', `story:s${id}`)).status).toBe(0);
    expect((await donga('follow', 'remove', `story:s${id}`)).status).toBe(1);
    expect((await donga('follow', 'add', '아무개')).status).toBe(2);
    expect(JSON.parse((await donga('follow', 'list', '--json')).stdout)).toEqual([]);
  });
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

test('stats count opened articles and not those marked read, and can forget them', async () => {
  const before = JSON.parse((await donga('stats', '--json')).stdout);
  expect(before).toMatchObject({ since: null, pieces: 0 });
  const list = JSON.parse((await donga('headlines', '--json', '--offline')).stdout);
  expect((await donga('read', list[0].id, '--offline')).status).toBe(0);
  const found = JSON.parse((await donga('stats', '--json')).stdout);
  expect(found).toMatchObject({ pieces: 1, days: { read: 1, streak: 1, longest: 1 } });
  expect(found.sections).toEqual([{ name: list[0].section, pieces: 1, minutes: found.minutes }]);
  expect(found.weeks).toHaveLength(1);
  expect((await donga('stats')).stdout).toMatch(/^total\t\d{4}-\d\d-\d\d\t1\t\d+\nstreak\t\t1\t1\nweek\t/);
  expect(JSON.parse((await donga('stats', '--forget', '--json')).stdout).pieces).toBe(0);
  expect((await donga('stats', 'x')).status).toBe(2);
});
