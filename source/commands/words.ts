import { Failure } from '../failure.ts';
import { isSameWord, LONGEST_WORD, readWord, type WordList } from '../watch-words.ts';
import { type Command, hint, UsageError, unknownAction } from './shared/context.ts';

/** `donga-tui watch [list | add | remove] <words or #tag>`, and `mute` alike: the words on one command line are one entry. */
const wordsCommand =
  (list: WordList): Command =>
  async (context, all) => {
    const [action = 'list', ...words] = all;
    if (action !== 'list' && action !== 'add' && action !== 'remove') {
      throw unknownAction(context, list, all, ['list', 'add', 'remove'], ['add', ...all]);
    }
    const reader = await context.reader();
    const demo = context.options.demo ? ' --demo' : '';
    if (action === 'list') {
      if (words[0] !== undefined) throw new UsageError('usage.too-many', { value: words[0] });
    } else {
      const read = readWord(words.join(' '));
      if ('fault' in read) {
        throw read.fault === 'too-long'
          ? new UsageError('usage.word-too-long', { most: LONGEST_WORD, length: read.length })
          : new UsageError('usage.missing', { what: 'word' });
      }
      const { word } = read;
      const changed = await reader.setWord(list, word, action === 'add');
      if (action === 'remove' && !changed)
        throw new Failure('unknown-word', { word, list: `${list}${demo}` });
      if (!context.options.json) {
        const kind = word.startsWith('#') ? 'tag' : 'title';
        if (action === 'add') context.warn(`${list}.added`, { word, kind });
        else context.warn('words.removed', { word });
        const other = list === 'watch' ? 'mute' : 'watch';
        const isBoth = (reader.words()[other] ?? []).some((each) => isSameWord(each, word));
        if (action === 'add' && isBoth) {
          const typed = `${word.startsWith('#') ? `'${word}'` : word}${demo}`;
          context.warn(list === 'watch' ? 'watch.is-muted' : 'mute.is-watched', { typed });
        }
      }
    }
    const listed = reader.words()[list] ?? [];
    if (context.options.json) await context.print(`${JSON.stringify(listed)}\n`);
    else if (action === 'list') {
      await context.print(listed.map((each) => `${each}\n`).join(''));
      if (listed.length === 0) hint(context, 'list.empty', `${list} add 금리`);
    }
    return 0;
  };

export const watch = wordsCommand('watch');
export const mute = wordsCommand('mute');
