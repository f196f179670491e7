import type { Place } from '../../model.ts';
import type { Effect } from '../state/events.ts';
import type { OpenEdition } from './edition.ts';
import { loadSections } from './load.ts';

/** The place above the first block. */
const TOP: Place = { block: -1, offset: 0 };

/** Opens articles, and keeps the place in them. */
export function createOpening(edition: OpenEdition) {
  /** Opening is reading, also while the page is still to come; a home that cannot be written is read all the same. */
  function markRead(id: string, place: Place | null): void {
    try {
      edition.reader.setRead([id], true);
      // An article opened again becomes the one read last.
      edition.reader.keepPlace(id, place ?? TOP);
    } catch (error) {
      edition.failed(error);
    }
  }

  return {
    async open({ headline, ticket, fresh }: Extract<Effect, { type: 'open' }>): Promise<void> {
      const { reader } = edition;
      if (!fresh) {
        const { id } = headline;
        const place = reader.place(id);
        markRead(id, place);
        edition.seen = reader.version();
        edition.answer({ type: 'kept', ticket, article: reader.kept(id), place });
      }
      try {
        const { article, failure } = await reader.open(headline, { fresh });
        if (edition.closed) return;
        edition.note(failure);
        if (reader === edition.reader) edition.seen = reader.version();
        edition.answer({ type: 'opened', ticket, article, failure });
        if (reader === edition.reader) edition.answer(loadSections(reader));
      } catch (error) {
        edition.answer({ type: 'opened', ticket, article: null, failure: edition.failed(error) });
      }
    },

    /** Writes a place that changed; the screen asks for this at every tick. */
    keepPlace(id: string, place: Place): void {
      const kept = edition.reader.place(id);
      if (kept?.block !== place.block || kept.offset !== place.offset) edition.reader.keepPlace(id, place);
    },
  };
}
