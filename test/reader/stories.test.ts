import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { koreanTime } from '../../source/korean/times.ts';
import type { FeedHeadline } from '../../source/model.ts';
import { createStories } from '../../source/reader/stories.ts';
import type { Archive } from '../../source/storage/types.ts';
import type { StoryDocument } from '../../source/stories/documents.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { earlierDocuments, heldBackDocuments } from '../stories/labelled.ts';
import { scoresOf } from '../stories/scores.ts';

const labelled = heldBackDocuments().toSorted((one, other) => one.publishedAt - other.publishedAt);
const asGiven = ({ id, title, lead, publishedAt }: StoryDocument): FeedHeadline =>
  headline(id, null, { title, summary: lead, publishedAt: koreanTime(publishedAt) });
const given = labelled.map(asGiven);

/** Lets the headlines come in feeds' answers of 20. */
function fill(archive: Archive, headlines: readonly FeedHeadline[] = given): void {
  for (let at = 0; at < headlines.length; at += 20)
    archive.putHeadlines('national', headlines.slice(at, at + 20), NOON);
}

function sql(file: string, statements: string): void {
  const db = new DatabaseSync(file);
  db.exec(statements);
  db.close();
}

/** The headlines' stories once all of them are grouped. */
function storiesIn(home: string, archive = archiveIn(home)): Map<string, string> {
  const stories = createStories(archive, join(home, 'stories.db'));
  stories.catchUp();
  const found = new Map(stories.of(labelled.map(({ id }) => id)));
  stories.close();
  return found;
}

describe('an archive’s stories', () => {
  test('are kept as truly as the grouping finds them', () => {
    const home = newHome();
    const archive = archiveIn(home);
    // How much a word tells shows only once there are some headlines.
    fill(archive, earlierDocuments().map(asGiven));
    fill(archive);
    const stories = storiesIn(home, archive);
    const placed = labelled.map(({ id, event }) => ({ story: stories.get(id) ?? id, event }));
    const { precision, recall } = scoresOf(placed);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
    expect(storiesIn(home, archive)).toEqual(stories);
  });

  test('take in what comes later, and old headlines when their turn comes', () => {
    const home = newHome();
    const archive = archiveIn(home);
    const stories = createStories(archive, join(home, 'stories.db'));
    for (let at = 0; at < given.length; at += 20) {
      archive.putHeadlines('national', given.slice(at, at + 20), NOON);
      stories.groupSome();
    }
    expect(stories.groupSome()).toBe(false);
    expect(stories.of(given.map(({ id }) => id)).size).toBeGreaterThan(50);
    stories.close();
  });

  test('answer to the story’s id and to any headline’s, oldest first', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const stories = createStories(archive, join(home, 'stories.db'));
    stories.catchUp();
    const [id, name] = [...stories.of(given.map((each) => each.id))][0]!;
    const story = stories.story(name)!;
    expect(story.headlines.length).toBeGreaterThan(1);
    expect(name).toBe(`s${story.headlines[0]!.id}`);
    expect(story.headlines.map((each) => each.id)).toContain(id);
    const times = story.headlines.map(({ publishedAt }) => publishedAt!);
    expect(times).toEqual(times.toSorted());
    for (const each of story.headlines) {
      expect(stories.story(each.id)).toEqual(story);
      expect(stories.story(`s${each.id}`)).toEqual(story);
    }
    const alone = given.find((each) => !stories.of([each.id]).has(each.id))!;
    expect(stories.story(alone.id)!.headlines).toHaveLength(1);
    expect(stories.story('99')).toBeNull();
    stories.close();
  });

  test('are gone on with after a death in the middle of a transaction', () => {
    const whole = newHome();
    const wholeArchive = archiveIn(whole);
    fill(wholeArchive);
    const home = newHome();
    fill(archiveIn(home));
    const child = fileURLToPath(new URL('../storage/children/grouping.ts', import.meta.url));
    const files = [join(home, 'archive.db'), join(home, 'stories.db')];
    const { signal } = spawnSync(process.execPath, [child, ...files], { encoding: 'utf8' });
    expect(signal).toBe('SIGKILL');
    expect(storiesIn(home)).toEqual(storiesIn(whole, wholeArchive));
  });
});

describe('a stories file that', () => {
  test.each<[string, (file: string) => void]>([
    ['is missing', (file) => rmSync(file)],
    ['is empty', (file) => writeFileSync(file, '')],
    ['is no database', (file) => writeFileSync(file, 'x'.repeat(9_000))],
    ['lacks a table', (file) => sql(file, 'DROP TABLE joined')],
    ['has a table of another shape', (file) => sql(file, 'DROP TABLE stems; CREATE TABLE stems (word)')],
    ['lost its state', (file) => sql(file, 'DELETE FROM state')],
    ['is another archive’s', (file) => sql(file, `UPDATE state SET archive = 'other'`)],
    ['is cut in half', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000))],
  ])('%s is made anew from the archive', (_, harm) => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const before = storiesIn(home, archive);
    for (const end of ['-wal', '-shm']) rmSync(join(home, `stories.db${end}`), { force: true });
    harm(join(home, 'stories.db'));
    archive.putHeadlines('national', [headline('77', '11:00')], NOON);
    expect(storiesIn(home, archive)).toEqual(before);
    expect(archive.count({ section: 'national' })).toBe(given.length + 1);
  });

  test('a newer version made is left as it is, and there are no stories', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    storiesIn(home, archive);
    const file = join(home, 'stories.db');
    sql(file, 'PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(file);
    expect(storiesIn(home, archive)).toEqual(new Map());
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a folder stands in the place of harms nothing', () => {
    const home = newHome();
    mkdirSync(join(home, 'stories.db'));
    const archive = archiveIn(home);
    fill(archive);
    expect(storiesIn(home, archive)).toEqual(new Map());
    expect(archive.count({ section: 'total' })).toBe(given.length);
  });
});
