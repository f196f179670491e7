/** The effect of looking up the selected headline's article, once the reader stays on it. */
import type { Reader } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';

type PreviewEffect = Extract<Effect, { type: 'preview' }>['wanted'];

/**
 * The time that a headline must have been selected, in ms, so that leafing through a list makes nothing
 * flicker beside it.
 */
const PREVIEW_PAUSE = 150;
/** The time before its page is asked for, in ms. */
const FETCH_PAUSE = 600;

interface PreviewParts {
  current(): Reader;
  answer(event: Event): void;
  /** Logs an error that was not foreseen. */
  failed(error: unknown): unknown;
}

/**
 * Looks articles up for the preview, the last wanted one only. If a page cannot be fetched, the preview keeps
 * the lead.
 */
export function createPreview({ current, answer, failed }: PreviewParts): (wanted: PreviewEffect) => void {
  let latest: PreviewEffect = null;
  let timer: NodeJS.Timeout | null = null;

  function show(wanted: NonNullable<PreviewEffect>): boolean {
    const { id } = wanted.headline;
    const article = current().kept(id);
    const whole = article !== null && article.source !== 'feed';
    answer({ type: 'previewed', id, article: whole ? article : null });
    return whole;
  }

  async function fetchPage(wanted: NonNullable<PreviewEffect>): Promise<void> {
    const failure = await current().fetchText(wanted.headline);
    if (latest === wanted && failure === null) show(wanted);
  }

  function later(ms: number, act: () => void): void {
    timer = setTimeout(() => {
      try {
        act();
      } catch (error) {
        failed(error);
      }
    }, ms);
    timer.unref();
  }

  return (wanted) => {
    latest = wanted;
    if (timer !== null) clearTimeout(timer);
    if (wanted === null) return;
    later(PREVIEW_PAUSE, () => {
      if (show(wanted) || !wanted.fetch) return;
      later(FETCH_PAUSE - PREVIEW_PAUSE, () => void fetchPage(wanted).catch(failed));
    });
  };
}
