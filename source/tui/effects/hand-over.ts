/** Articles given to programs of the reader's own, and saved to files. */
import { fit } from '../../korean/fit.ts';
import { leadArticle } from '../../lead.ts';
import type { Article, Headline } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { Desktop } from './desktop.ts';

interface HandOverParts {
  readonly desktop: Pick<Desktop, 'runCommand' | 'save'>;
  reader(): Reader;
  answer(event: Event): void;
}

/** The environment of a command: an article's properties. None of them ever stands in a shell's text. */
function variablesOf({ id, title, url, section, publishedAt }: Headline, article: Article) {
  return {
    DONGA_ID: id,
    DONGA_TITLE: title,
    DONGA_LINK: url,
    DONGA_SECTION: section ?? '',
    DONGA_TIME: publishedAt ?? '',
    DONGA_REPORTERS: article.reporters.map(({ name }) => name).join(', '),
    DONGA_TAGS: article.tags.join(', '),
  };
}

/** What a command line is called: of several commands, any may be the one that failed. */
function commandName(command: string): string {
  const isOne = !/[|;&(]/.test(command);
  return isOne ? command.trim().split(/\s+/)[0]! : fit(command.trim(), 40);
}

export function createHandOver({ desktop, reader, answer }: HandOverParts) {
  const keptOf = (headline: Headline): Article => reader().kept(headline.id) ?? leadArticle(headline);

  return {
    async pipe({ headline, command, format, ...options }: Extract<Effect, { type: 'pipe' }>): Promise<void> {
      const { articleAs } = await import('../../typeset/article-as.ts');
      const article = keptOf(headline);
      const name = commandName(command);
      const ending = await desktop.runCommand(command, {
        name,
        input: articleAs(format, article, options),
        variables: variablesOf(headline, article),
        language: options.language,
      });
      answer({ type: 'piped', params: { name, ending } });
    },

    async save({ headline, folder, at }: Extract<Effect, { type: 'save' }>): Promise<void> {
      const bookmark = reader().bookmarkOf(headline.id);
      const path = await desktop.save({ headline, article: keptOf(headline), bookmark, folder, at });
      answer({ type: 'notice', tone: 'info', key: 'notice.saved', params: { path } });
    },
  };
}
