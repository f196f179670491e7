import { Failure } from '../../failure.ts';
import type { Headline } from '../../model.ts';
import type { Reader, Refreshed } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import { isEmpty, type OpenEdition } from './edition.ts';
import { beforeNews } from './watched-news.ts';

interface RefreshEffectParts {
  readonly edition: OpenEdition;
  /** The reader's own edition, which may not be the open one. */
  readonly live: Reader;
  openSample(): Promise<Reader>;
  /** Shows an alert for watched headlines that came; null if the setting forbids it. */
  /** Asked each time: the setting may change. */
  alert(): ((came: readonly Headline[]) => void) | null;
}

/** Refreshes sections, and changes to the sample edition and back. */
export function createRefreshing({ edition, live, openSample, alert }: RefreshEffectParts) {
  let sample: Reader | null = null;

  return {
    async refresh({ sections, asked }: Extract<Effect, { type: 'refresh' }>): Promise<void> {
      const { reader } = edition;
      const newsOf = alert() === null ? null : beforeNews(reader);
      const done = await reader.refresh(sections, {
        asked,
        onRefresh: ({ section, done }) => {
          if (edition.closed || reader !== edition.reader) return;
          edition.note(done?.failure ?? null);
          edition.seen = reader.version();
          if (done === null) edition.answer({ type: 'refreshing', section });
          else {
            const empty = done.failure !== null && isEmpty(reader);
            edition.answer({ type: 'refreshed', done, asked, empty });
          }
        },
      });
      if (edition.closed) return;
      const isOpen = reader === edition.reader;
      const came = isOpen ? (newsOf?.() ?? []) : [];
      if (came.length > 0) alert()?.(came);
      if (isOpen) edition.answer({ type: 'refreshed-all', done, asked });
      else if (reader === live && done.some(({ failure }) => failure === null)) {
        edition.answer({ type: 'live-arrived' });
      }
    },

    async toSample(why: Failure): Promise<void> {
      if (edition.reader !== live) return;
      sample ??= await openSample();
      if (edition.closed || edition.reader !== live) return;
      edition.reader = sample;
      edition.seen = sample.version();
      edition.answer({ type: 'edition', edition: { kind: 'sample', why } });
    },

    async tryLive(section: string): Promise<void> {
      edition.answer({ type: 'refreshing', section });
      const done: Refreshed[] = isEmpty(live) ? await live.refresh([section]) : [];
      if (edition.closed) return;
      if (isEmpty(live)) {
        edition.answer({ type: 'live-failed', failure: done[0]?.failure ?? new Failure('unreachable') });
        return;
      }
      edition.reader = live;
      edition.seen = live.version();
      edition.answer({ type: 'edition', edition: { kind: 'live' } });
    },

    closeSample: async (): Promise<void> => {
      await sample?.close();
    },
  };
}
