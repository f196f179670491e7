import type { Event } from '../state/events.ts';
import type { Desktop } from './desktop.ts';

/** The notices for a link that may or may not have reached the clipboard: it is shown too. */
const COPIES = { sent: 'notice.sent', tmux: 'notice.sent-tmux' } as const;

/** Hands links to the browser and the clipboard, and reports the outcome. */
export function createLinks(desktop: Desktop, answer: (event: Event) => void) {
  return {
    browse: (url: string): Promise<void> =>
      desktop.openBrowser(url, ({ opened, failed }) => {
        const last = failed.at(-1);
        const params = { opened, name: last?.name ?? null, ending: last?.ending ?? null };
        if (opened === null)
          answer({ type: 'address', tone: 'alert', key: 'notice.no-browser', params, url });
        else {
          const key = last === undefined ? 'notice.browser' : 'notice.next-browser';
          answer({ type: 'notice', tone: 'info', key, params });
        }
      }),

    async copy(url: string, text: string): Promise<void> {
      const result = await desktop.copy(text);
      const params = { url };
      if (result === 'copied')
        answer({
          type: 'notice',
          tone: 'info',
          key: text === url ? 'notice.copied' : 'notice.copied-text',
          params,
        });
      else answer({ type: 'address', tone: 'info', key: COPIES[result], params, url });
    },
  };
}
