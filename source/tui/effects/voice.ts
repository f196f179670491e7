import { leadArticle } from '../../lead.ts';
import type { Reader } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { Desktop } from './desktop.ts';

interface VoiceParts {
  readonly desktop: Pick<Desktop, 'speak' | 'hush'>;
  reader(): Reader;
  answer(event: Event): void;
}

/** Reads the kept text of an article aloud; called while a voice speaks, stops it. */
export function createVoice({ desktop, reader, answer }: VoiceParts) {
  return async ({ headline, language }: Extract<Effect, { type: 'speak' }>): Promise<void> => {
    if (desktop.hush()) {
      return answer({ type: 'notice', tone: 'info', key: 'notice.voice-stopped', params: {} });
    }
    const { spokenArticle } = await import('../../typeset/spoken-article.ts');
    const article = reader().kept(headline.id) ?? leadArticle(headline);
    await desktop.speak(spokenArticle(article, language).join('\n'), (event) => {
      const params = event.type === 'failed' ? { name: event.name, ending: event.ending } : {};
      if (event.type === 'began') answer({ type: 'notice', tone: 'info', key: 'notice.speaking', params });
      else if (event.type === 'ended') answer({ type: 'voice-ended' });
      else
        answer({ type: 'notice', tone: 'alert', key: 'notice.no-voice', params: { name: null, ...params } });
    });
  };
}
