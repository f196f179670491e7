import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { koreanTime } from '../../source/korean/times.ts';
import type { FeedHeadline } from '../../source/model.ts';
import { findStory } from '../../source/reader/find-story.ts';
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

/** Puts the headlines in as feeds' answers of 20. */
function fill(archive: Archive, headlines: readonly FeedHeadline[] = given): void {
  for (let at = 0; at < headlines.length; at += 20)
    archive.putHeadlines('national', headlines.slice(at, at + 20), NOON);
}

const STATE = {
  section: 'national',
  refreshedAt: NOON,
  freshUntil: null,
  validators: { etag: null, lastModified: null },
  notBefore: null,
  failure: null,
};

function sql(file: string, statements: string): void {
  const db = new DatabaseSync(file);
  db.exec(statements);
  db.close();
}

/** A headline and its story; nothing for a headline that stands alone. */
const storyIn = (archive: Archive, id: string): [string, string][] => {
  const name = archive.headline(id)?.story;
  return name === undefined ? [] : [[id, name]];
};

/** The headlines' stories once all of them are grouped. */
function storiesIn(home: string, archive = archiveIn(home)): Map<string, string> {
  const stories = createStories(archive, join(home, 'stories.db'));
  stories.catchUp();
  const found = new Map(labelled.flatMap(({ id }) => storyIn(archive, id)));
  stories.close();
  return found;
}

describe('an archive’s stories', () => {
  test('are kept as truly as the grouping finds them', () => {
    const home = newHome();
    const archive = archiveIn(home);
    // The weight of a word shows only once there are some headlines.
    fill(archive, earlierDocuments().map(asGiven));
    fill(archive);
    const stories = storiesIn(home, archive);
    const placed = labelled.map(({ id, event }) => ({ story: stories.get(id) ?? id, event }));
    const { precision, recall } = scoresOf(placed);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
    expect(storiesIn(home, archive)).toEqual(stories);
  });

  test('are accurate enough also in an archive that holds nothing else', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const stories = storiesIn(home, archive);
    const placed = labelled.map(({ id, event }) => ({ story: stories.get(id) ?? id, event }));
    const { precision, recall } = scoresOf(placed);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  test('take in later headlines, and old ones when their turn comes', () => {
    const home = newHome();
    const archive = archiveIn(home);
    const stories = createStories(archive, join(home, 'stories.db'));
    for (let at = 0; at < given.length; at += 20) {
      archive.putHeadlines('national', given.slice(at, at + 20), NOON);
      stories.groupSome();
    }
    expect(stories.groupSome()).toBe(false);
    expect(given.flatMap(({ id }) => storyIn(archive, id)).length).toBeGreaterThan(50);
    stories.close();
  });

  test('answer to the story’s id and to any headline’s, oldest first', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const [[id, name]] = [...storiesIn(home, archive)] as [[string, string]];
    const story = findStory(archive, name)!;
    expect(story.headlines.length).toBeGreaterThan(1);
    expect(name).toBe(`s${story.headlines[0]!.id}`);
    expect(story.headlines.map((each) => each.id)).toContain(id);
    const times = story.headlines.map(({ publishedAt }) => publishedAt!);
    expect(times).toEqual(times.toSorted());
    for (const each of story.headlines) {
      expect(findStory(archive, each.id)).toEqual(story);
      expect(findStory(archive, `s${each.id}`)).toEqual(story);
    }
    const alone = given.find((each) => storyIn(archive, each.id).length === 0)!;
    expect(findStory(archive, alone.id)!.headlines).toHaveLength(1);
    expect(findStory(archive, '99')).toBeNull();
  });

  test('continue after a crash in the middle of a transaction', () => {
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

describe('a headline that is taken out of its story', () => {
  test('stands alone, also once all is grouped again, and can be put back', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const before = storiesIn(home, archive);
    const [id, name] = [...before].find(([each, story]) => story !== `s${each}`)!;
    expect(archive.setApart(id, true)).toBe(true);
    expect(archive.setApart(id, true)).toBe(false);
    expect(findStory(archive, id)!.headlines.map((each) => each.id)).toEqual([id]);
    expect(findStory(archive, name)!.headlines.map((each) => each.id)).not.toContain(id);
    rmSync(join(home, 'stories.db'));
    const after = storiesIn(home, archive);
    expect(after.has(id)).toBe(false);
    expect(after.size).toBe(before.size - 1);
    expect(archive.setApart(id, false)).toBe(true);
    expect(findStory(archive, id)!.headlines.length).toBeGreaterThan(1);
  });

  test('may be the one that names the story, and the rest stays together', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const [, name] = [...storiesIn(home, archive)].find(([each, story]) => story !== `s${each}`)!;
    const before = findStory(archive, name)!.headlines.map((each) => each.id);
    archive.setApart(before[0]!, true);
    expect(findStory(archive, before[0]!)!.headlines).toHaveLength(1);
    expect(findStory(archive, before[1]!)!.headlines.map((each) => each.id)).toEqual(before.slice(1));
  });

  test('that is in no story cannot be taken out', () => {
    const home = newHome();
    const archive = archiveIn(home);
    archive.putHeadlines('national', [headline('77', '11:00')], NOON);
    expect(archive.setApart('77', true)).toBe(false);
  });
});

describe('a story', () => {
  test('is named by its first headline even if that came last, and is found by its old id', () => {
    const home = newHome();
    const archive = archiveIn(home);
    archive.putHeadlines('national', [headline('2', '11:00'), headline('3', '12:00')], NOON);
    archive.joinStories([{ id: '3', story: '2' }]);
    expect(archive.headline('3')!.story).toBe('s2');
    archive.putHeadlines('national', [headline('1', '09:00')], NOON);
    archive.joinStories([{ id: '1', story: '2' }]);
    expect(['1', '2', '3'].map((id) => archive.headline(id)!.story)).toEqual(['s1', 's1', 's1']);
    expect(findStory(archive, 's2')).toEqual(findStory(archive, 's1'));
    expect(findStory(archive, 's2')!.headlines.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  test('has its other headlines looked up for a list: newest first, without muted ones and those taken out', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'national',
      ['09', '10', '11', '12'].map((hour) => headline(hour, `${hour}:00`)),
      NOON,
    );
    archive.putHeadlines('sports', [headline('13', '13:00'), headline('14', '14:00')], NOON);
    archive.joinStories(['10', '11', '13'].map((id) => ({ id, story: '09' })));
    const mates = (ids: readonly string[], mute: string[] = []): string[] =>
      archive
        .mates(
          ids.map((id) => archive.headline(id)!),
          { watch: [], mute },
        )
        .map(({ id }) => id);
    expect(mates(['09', '12'])).toEqual(['13', '11', '10']);
    expect(mates(['13', '10'])).toEqual(['11', '09']);
    expect(mates(['12', '14'])).toEqual([]);
    expect(mates(['09'], [archive.headline('11')!.title])).toEqual(['13', '10']);
    archive.setApart('10', true);
    expect(mates(['09'])).toEqual(['13', '11']);
  });

  test('loses pruned headlines, and is found by its id without its first headline', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const [, name] = [...storiesIn(home, archive)].find(([each, story]) => story !== `s${each}`)!;
    const before = findStory(archive, name)!.headlines;
    const oldest = Date.parse(before[0]!.publishedAt!);
    archive.putFeed({ ...STATE, section: 'national' }, []);
    while (archive.prune({ before: oldest + 1, count: Number.MAX_SAFE_INTEGER }, new Set()) > 0);
    expect(archive.headline(before[0]!.id)).toBeNull();
    expect(findStory(archive, name)!.headlines.map((each) => each.id)).toEqual(
      before.slice(1).map((each) => each.id),
    );
    const db = new DatabaseSync(join(home, 'archive.db'), { readOnly: true });
    expect(
      db.prepare('SELECT count(*) AS many FROM stories WHERE id NOT IN (SELECT id FROM headlines)').get(),
    ).toEqual({ many: 0 });
    db.close();
  });
});

/** Makes a stories file as the version before kept it, with the stories themselves in it. */
function makeOlder(home: string): void {
  const archive = new DatabaseSync(join(home, 'archive.db'));
  const rows = archive.prepare('SELECT id, story FROM stories').all() as { id: string; story: string }[];
  archive.exec('DELETE FROM stories');
  archive.close();
  sql(
    join(home, 'stories.db'),
    `CREATE TABLE joined (id TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX joined_story ON joined (story);
      INSERT INTO joined VALUES ${rows.map(({ id, story }) => `('${id}', '${story}')`).join(', ')};
      PRAGMA user_version = 1`,
  );
}

describe('a stories file of the version before', () => {
  test('hands its stories to the archive', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const before = storiesIn(home, archive);
    makeOlder(home);
    expect(findStory(archive, labelled[0]!.id)!.headlines).toHaveLength(1);
    expect(storiesIn(home, archive)).toEqual(before);
  });

  test('hands them over after a crash in the middle', () => {
    const home = newHome();
    fill(archiveIn(home));
    const before = storiesIn(home);
    makeOlder(home);
    const child = fileURLToPath(new URL('../storage/children/grouping.ts', import.meta.url));
    const files = [join(home, 'archive.db'), join(home, 'stories.db')];
    const { signal } = spawnSync(process.execPath, [child, ...files, 'DROP TABLE joined'], {
      encoding: 'utf8',
    });
    expect(signal).toBe('SIGKILL');
    expect(storiesIn(home)).toEqual(before);
  });
});

describe('a stories file that', () => {
  test.each<[string, (file: string) => void]>([
    ['is missing', (file) => rmSync(file)],
    ['is empty', (file) => writeFileSync(file, '')],
    ['is no database', (file) => writeFileSync(file, 'x'.repeat(9_000))],
    ['lacks a table', (file) => sql(file, 'DROP TABLE stems')],
    ['has a table of another shape', (file) => sql(file, 'DROP TABLE stems; CREATE TABLE stems (word)')],
    ['lost its state', (file) => sql(file, 'DELETE FROM state')],
    ['is another archive’s', (file) => sql(file, `UPDATE state SET archive = 'other'`)],
    ['is cut in half', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000))],
  ])('%s is made again from the archive', (_, harm) => {
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

  test('a newer version made is left as it is, and so are the stories', () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const stories = storiesIn(home, archive);
    const file = join(home, 'stories.db');
    sql(file, 'PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(file);
    archive.putHeadlines('national', [headline('77', '11:00')], NOON);
    expect(storiesIn(home, archive)).toEqual(stories);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('has a folder in its place harms nothing', () => {
    const home = newHome();
    mkdirSync(join(home, 'stories.db'));
    const archive = archiveIn(home);
    fill(archive);
    expect(storiesIn(home, archive)).toEqual(new Map());
    expect(archive.count({ section: 'total' })).toBe(given.length);
  });
});
