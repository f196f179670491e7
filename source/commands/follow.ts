import { Failure } from '../failure.ts';
import { say } from '../messages/index.ts';
import { followedParams } from '../reader/followed.ts';
import { followedText, hasInterests, LONGEST_WORD, readFollow } from '../watch-words.ts';
import { type Command, hint, UsageError, unknownAction } from './shared/context.ts';
import { tableLines } from './shared/table.ts';

/**
 * `donga-tui follow [list | add | remove] <reporter:이름, tag:말, column:이름, story:id>`: the headlines listed
 * beside the watched ones.
 */
export const follow: Command = async (context, given) => {
  const [action = 'list', ...words] = given;
  if (action !== 'list' && action !== 'add' && action !== 'remove') {
    throw unknownAction(
      context,
      'follow',
      given,
      ['list', 'add', 'remove'],
      ['add', followable(given.join(' '))],
    );
  }
  const { options, stdout } = context;
  const reader = await context.reader();
  if (action === 'list') {
    if (words[0] !== undefined) throw new UsageError('usage.too-many', { value: words[0] });
  } else {
    const typed = words.join(' ');
    if (typed === '') throw new UsageError('usage.missing', { what: 'what' });
    const read = readFollow(typed);
    if ('fault' in read) {
      throw read.fault === 'too-long'
        ? new UsageError('usage.name-too-long', { most: LONGEST_WORD, length: read.length })
        : new UsageError('usage.bad-follow', { value: typed, suggestion: read.suggestion });
    }
    const entry = followedText(read.followed);
    const { kind, name } = read.followed;
    if (action === 'add' && kind === 'story' && reader.story(name) === null) {
      throw new Failure('unknown-story', { id: name.replace(/^s/, '') });
    }
    const changed = await reader.setWord('follow', entry, action === 'add');
    const named = followedParams(reader, entry);
    if (action === 'remove' && !changed)
      throw new Failure('unknown-word', {
        word: say(context.language, 'follow.name', named),
        list: options.demo ? 'follow --demo' : 'follow',
      });
    if (!options.json) context.warn(action === 'add' ? 'follow.added' : 'follow.removed', named);
  }
  const all = reader.words().follow ?? [];
  if (options.json) await context.print(`${JSON.stringify(all)}\n`);
  else if (action === 'list' && !stdout.isTTY) await context.print(all.map((each) => `${each}\n`).join(''));
  else if (action === 'list' && hasInterests(reader.words())) {
    // The words for it, and what `follow remove` takes.
    const rows = all.map((entry) => [
      say(context.language, 'follow.name', followedParams(reader, entry)),
      String(reader.followedCount(entry)),
      entry,
    ]);
    const lines = tableLines(rows, stdout.columns ?? 80, 0);
    if (lines.length > 0) await context.print(`${lines.join('\n')}\n`);
  }
  if (action === 'list' && all.length === 0)
    hint(context, 'list.empty', `follow add reporter:${context.language === 'ko' ? '이름' : 'name'}`);
  return 0;
};

/** What was probably to be followed, in the form that `follow add` takes. */
function followable(typed: string): string {
  if ('followed' in readFollow(typed)) return typed;
  if (/^[#＃]/.test(typed)) return `tag:${typed.slice(1)}`;
  if (/^[[【]/.test(typed)) return `column:${typed.replace(/[[\]【】]/g, '')}`;
  return `${/^s?\d+$/.test(typed) ? 'story' : 'reporter'}:${typed}`;
}
