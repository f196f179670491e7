import { expect, test } from 'vitest';
import { bookmarks } from '../../source/commands/bookmarks/bookmarks.ts';
import { config } from '../../source/commands/config.ts';
import { feeds } from '../../source/commands/feeds.ts';
import { follow } from '../../source/commands/follow.ts';
import { type Command, type Context, UsageError } from '../../source/commands/shared/context.ts';
import { mute, watch } from '../../source/commands/words.ts';
import { say } from '../../source/messages/index.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  bookmarks,
  config,
  feeds: (context, words) => feeds(context, words, { commands: [] }),
  follow,
  mute,
  watch,
};

/** What a command answers to words that lack an action, before it opens anything. */
async function answer(line: readonly string[], language: 'ko' | 'en' = 'ko', demo = false): Promise<string> {
  const [name = '', ...words] = line;
  const context = { options: { demo }, settings: () => ({}) } as unknown as Context;
  const error = await COMMANDS[name]!(context, words).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UsageError)) throw error;
  return say(language, error.key, error.params);
}

test.each([
  [['mute', '스포츠'], 'mute add 스포츠'],
  [['mute', '오늘의', '운세'], 'mute add 오늘의 운세'],
  [['watch', '#부동산'], "watch add '#부동산'"],
  [['watch', "it's $5"], `watch add 'it'\\''s $5'`],
  [['watch', 'remvoe', '반도체'], 'watch remove 반도체'],
  [['follow', 'reporter:한가람'], 'follow add reporter:한가람'],
  [['follow', '한가람'], 'follow add reporter:한가람'],
  [['follow', '#금리'], 'follow add tag:금리'],
  [['follow', '[횡설수설]'], 'follow add column:횡설수설'],
  [['follow', '139074720'], 'follow add story:139074720'],
  [['bookmarks', '139074720'], 'bookmarks add 139074720'],
  [['bookmarks', 'https://www.donga.com/news/a?b&c'], "bookmarks add 'https://www.donga.com/news/a?b&c'"],
  [['bookmarks', 'mine.html'], 'bookmarks import mine.html'],
  [['bookmarks', 'exprot', 'mine.json'], 'bookmarks export mine.json'],
  [['feeds', 'https://example.com/rss.xml'], 'feeds add https://example.com/rss.xml'],
  [['feeds', 'mine.opml'], 'feeds add mine.opml'],
  [['config', 'theme'], 'config get theme'],
  [['config', 'theme', 'plain'], 'config set theme plain'],
  [['config', 'theme=plain'], 'config set theme plain'],
  [['config', 'keys.open=o'], 'config set keys.open o'],
])('%j without its action is answered with the whole command', async (line, meant) => {
  expect(await answer(line)).toMatch(/뒤에는 .+ 가운데 하나를 씁니다\. 혹시 이것인가요\? /);
  expect((await answer(line)).endsWith(` donga-tui ${meant}`)).toBe(true);
  expect((await answer(line, 'en')).endsWith(`did you mean: donga-tui ${meant}`)).toBe(true);
});

test.each([
  ['bookmarks', 'list, add, remove'],
  ['feeds', 'list, add'],
  ['config', 'get, set, unset, path'],
])('%s with a word that suggests nothing names its actions', async (command, actions) => {
  expect(await answer([command, '정체불명'])).toContain(`‘정체불명’: ${command} 뒤에는 ${actions}`);
  expect(await answer([command, '정체불명'], 'en')).not.toContain('did you mean');
});

test('in the sample edition the whole command is one for it', async () => {
  expect(await answer(['mute', '스포츠'], 'ko', true)).toMatch(/ donga-tui mute add 스포츠 --demo$/);
});
