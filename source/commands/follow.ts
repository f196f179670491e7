import { Failure } from '../failure.ts';
import { followedText, hasInterests, LONGEST_WORD, readFollow } from '../watch-words.ts';
import { type Command, hintAtAdding, UsageError, unknownWord } from './shared/context.ts';
import { tableLines } from './shared/table.ts';

/**
 * `donga-tui follow [list | add | remove] <reporter:이름, tag:말, column:이름, story:id>`: the headlines listed
 * beside the watched ones.
 */
export const follow: Command = async (context, [action = 'list', ...words]) => {
  if (action !== 'list' && action !== 'add' && action !== 'remove') {
    throw unknownWord(action, ['list', 'add', 'remove']);
  }
  const { options, stdout } = context;
  const reader = await context.reader();
  if (action === 'list') {
    if (words[0] !== undefined) throw new UsageError('usage.too-many', { value: words[0] });
  } else {
    const typed = words.join(' ');
    if (typed === '') throw new UsageError('usage.missing', { what: 'reporter:…, tag:…, column:…, story:…' });
    const read = readFollow(typed);
    if ('fault' in read) {
      throw read.fault === 'too-long'
        ? new UsageError('usage.name-too-long', { most: LONGEST_WORD, length: read.length })
        : new UsageError('usage.bad-follow', { value: typed, suggestion: read.suggestion });
    }
    const entry = followedText(read.followed);
    const changed = await reader.setWord('follow', entry, action === 'add');
    if (action === 'remove' && !changed) throw new Failure('unknown-word', { word: entry, list: 'follow' });
    if (!options.json) context.warn(action === 'add' ? 'follow.added' : 'follow.removed', { entry });
  }
  const all = reader.words().follow ?? [];
  if (options.json) await context.print(`${JSON.stringify(all)}\n`);
  else if (action === 'list' && !stdout.isTTY) await context.print(all.map((each) => `${each}\n`).join(''));
  else if (action === 'list' && hasInterests(reader.words())) {
    const rows = all.map((entry) => [entry, String(reader.followedCount(entry))]);
    const lines = tableLines(rows, stdout.columns ?? 80, 0);
    if (lines.length > 0) await context.print(`${lines.join('\n')}\n`);
  }
  if (action === 'list' && all.length === 0) hintAtAdding(context, 'follow add reporter:이름');
  return 0;
};
