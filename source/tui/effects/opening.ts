import { setImmediate as turn } from 'node:timers/promises';
import type { Corrections } from '../../corrections/history.ts';
import type { Headline, Place } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import type { OpenEdition } from './edition.ts';
import { loadSections } from './load.ts';

/** The place above the first block. */
const TOP: Place = { block: -1, offset: 0 };

/** Opens articles, and keeps the place in them. */
export function createOpening(edition: OpenEdition) {
  /** Opening is reading, also while the page is still to come; a home that cannot be written is read all the same. */
  function markRead(reader: Reader, id: string, place: Place | null): void {
    try {
      reader.setRead([id], true);
      // An article opened again becomes the one read last.
      reader.keepPlace(id, place ?? TOP);
      if (reader === edition.reader) edition.seen = reader.version();
    } catch (error) {
      edition.failed(error);
    }
  }

  /** Asks for the page of a kept article again, and shows it if it was corrected. */
  async function askAgain(
    reader: Reader,
    headline: Pick<Headline, 'id' | 'url'>,
    ticket: number,
  ): Promise<void> {
    try {
      const article = await reader.askAgain(headline);
      if (article === null || edition.closed) return;
      edition.answer({ type: 'corrected', ticket, article, corrections: reader.corrections(headline.id) });
    } catch (error) {
      // The kept text is on the screen already: a failure here delays nothing.
      edition.failed(error);
    }
  }

  return {
    async open({ headline, ticket, fresh, again }: Extract<Effect, { type: 'open' }>): Promise<void> {
      const { reader } = edition;
      const { id } = headline;
      let corrections: Corrections | null = null;
      let isKept = false;
      if (!fresh) {
        const place = reader.place(id);
        const article = reader.kept(id);
        isKept = article !== null && article.source !== 'feed';
        if (isKept) corrections = reader.corrections(id);
        edition.answer({ type: 'kept', ticket, article, place, corrections });
        // A kept text is drawn first: the first change of a run waits for the disk, and the code that finds
        // related headlines is loaded at the first article.
        if (isKept) await turn();
        markRead(reader, id, place);
      }
      try {
        const { article, failure } = await reader.open(headline, { fresh });
        if (edition.closed) return;
        edition.note(failure);
        if (reader === edition.reader) edition.seen = reader.version();
        if (!isKept) corrections = reader.corrections(id);
        edition.answer({ type: 'opened', ticket, article, failure, corrections });
        if (reader === edition.reader) edition.answer(loadSections(reader));
        const headlines = await reader.related(article);
        if (headlines.length > 0) edition.answer({ type: 'related', ticket, headlines });
        if (again && isKept) await askAgain(reader, headline, ticket);
      } catch (error) {
        edition.answer({
          type: 'opened',
          ticket,
          article: null,
          corrections: null,
          failure: edition.failed(error),
        });
      }
    },

    async day(): Promise<void> {
      try {
        edition.answer({ type: 'day', day: await edition.reader.day('last-day') });
      } catch (error) {
        edition.answer({ type: 'day', day: null }, { type: 'failed', failure: edition.failed(error) });
      }
    },

    async history(id: string): Promise<void> {
      const { reader } = edition;
      const history = await reader.history(id);
      edition.answer({ type: 'history', id, history, count: reader.corrections(id)?.count ?? 0 });
    },

    /** Writes a place if it changed; the screen calls this at every tick. */
    keepPlace(id: string, place: Place): void {
      const kept = edition.reader.place(id);
      if (kept?.block !== place.block || kept.offset !== place.offset) edition.reader.keepPlace(id, place);
    },
  };
}
