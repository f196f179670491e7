import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonForm, openConfFile } from '../../../source/storage/config/conf-file.ts';
import { newHome } from '../home.ts';

/** A JSON file of 2 MB, which is written in pieces; `onWriting` is called between two of them. */
function openLarge(onWriting: () => void) {
  const folder = newHome();
  const path = join(folder, 'words.json');
  const form = jsonForm();
  writeFileSync(path, JSON.stringify({ filler: 'x'.repeat(2_000_000) }));
  const file = openConfFile({
    folder,
    name: 'words',
    form: {
      ...form,
      serialise(draft: Parameters<typeof form.serialise>[0], version: number) {
        const { contents, storeAt } = form.serialise(draft, version);
        const bytes = Buffer.concat(contents instanceof Uint8Array ? [contents] : [...contents]);
        function* pieces() {
          yield bytes.subarray(0, 1_000_000);
          onWriting();
          yield bytes.subarray(1_000_000);
        }
        return { contents: pieces(), storeAt };
      },
    },
  });
  const put = (key: string) =>
    file.change((draft) => {
      draft[key] = true;
      return { result: undefined, isNew: true };
    });
  const kept = (): string[] => Object.keys(JSON.parse(readFileSync(path, 'utf8'))).sort();
  return { file, folder, path, put, kept };
}

test('a large file that an editor writes during a change keeps both', async () => {
  let times = 0;
  const large = openLarge(() => {
    times += 1;
    if (times === 1) {
      const before = JSON.parse(readFileSync(large.path, 'utf8'));
      writeFileSync(large.path, JSON.stringify({ ...before, 'by an editor': true }));
    }
  });
  await large.put('by a change');
  expect(large.kept()).toEqual(['by a change', 'by an editor', 'filler', 'version']);
  expect(times).toBe(2);
  expect(readdirSync(large.folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
});

test('a large file is read as it was until a change of it is on the disk', async () => {
  const seen: unknown[] = [];
  const large = openLarge(() => seen.push(large.file.read().new));
  const done = large.put('new');
  seen.push(large.file.read().new);
  await done;
  expect([seen, large.file.read().new]).toEqual([[undefined, undefined], true]);
});

test('changes of a large file that come while it is written are all kept', async () => {
  const others: Promise<void>[] = [];
  const large = openLarge(() => {
    if (others.length === 0) others.push(...['b', 'c', 'd'].map(large.put));
  });
  await large.put('a');
  await Promise.all(others);
  expect(others).toHaveLength(3);
  expect(large.kept()).toEqual(['a', 'b', 'c', 'd', 'filler', 'version']);
});

test('a large file that cannot be written stays as it was, and leaves nothing beside it', async () => {
  const large = openLarge(() => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  await expect(large.put('new')).rejects.toMatchObject({ code: 'disk-full' });
  expect(large.kept()).toEqual(['filler']);
  expect(readdirSync(large.folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
});
