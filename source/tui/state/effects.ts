/** Effects of updates of the full screen, as plain data. */
import type { Failure } from '../../failure.ts';
import type { Language } from '../../messages/index.ts';
import type { Headline, Place } from '../../model.ts';
import type { ArticleFormat } from '../../storage/config/named-commands.ts';
import type { KeptSession } from '../../storage/config/session.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { BookmarkEdit } from '../../storage/kept-types.ts';
import type { GoOn, SearchedList } from './events.ts';
import type { WantedPhotos } from './photos.ts';
import type { Gathering } from './screens.ts';
import type { State } from './state.ts';

export type Effect =
  | {
      readonly type: 'load';
      readonly section: string;
      readonly unreadOnly: boolean;
      readonly withMuted: boolean;
      readonly offset: number;
      readonly limit: number;
      /** Loads on until this headline is among them, so that a deep place is found again. */
      readonly until: string | null;
      readonly goOn: GoOn | null;
    }
  /** Loads the bookmarks: the newest at once, the others when no key waits; all of them for an action to go on with. */
  | { readonly type: 'load-bookmarks'; readonly goOn?: GoOn }
  /** The bookmarks are not shown any more. */
  | { readonly type: 'leave-bookmarks' }
  /** Finds the headlines that share something. */
  | { readonly type: 'gather'; readonly by: Gathering }
  /** A search in the bookmarks begins: its data are set up. */
  | { readonly type: 'prepare-search'; readonly where: 'headlines' | 'bookmarks' }
  | {
      readonly type: 'search';
      readonly where: SearchedList;
      /** The only headlines to search: those of a gathered list. */
      readonly among: readonly Headline[];
      readonly query: string;
      readonly unreadOnly: boolean;
      /** At least as many results as the screen can show. */
      readonly screenful: number;
      /** True if results are on the screen already, and there is more now that may be found. */
      readonly again: boolean;
    }
  | { readonly type: 'load-sections' }
  /** Loads lists and sections again in a moment, together with whatever comes meanwhile. */
  | { readonly type: 'reload-soon' }
  /** `asked`: by a key, so that a notice answers it even if nothing is new. */
  | { readonly type: 'refresh'; readonly sections: readonly string[]; readonly asked: boolean }
  | {
      readonly type: 'open';
      readonly headline: Pick<Headline, 'id' | 'url'>;
      readonly ticket: number;
      /** True to ask for the page even if the article is kept. */
      readonly fresh: boolean;
      /** True if the page of a kept article may be asked for again in the background. */
      readonly again: boolean;
    }
  | { readonly type: 'history'; readonly id: string }
  | { readonly type: 'day' }
  | { readonly type: 'keep-place'; readonly id: string; readonly place: Place }
  | {
      readonly type: 'set-read';
      readonly ids: readonly string[];
      readonly read: boolean;
    }
  | { readonly type: 'mark-all'; readonly section: string }
  | { readonly type: 'bookmark'; readonly headline: Headline }
  | { readonly type: 'unbookmark'; readonly id: string }
  | { readonly type: 'begin-edit'; readonly id: string }
  /** Looks up the note and tags of a bookmark that is open as an article. */
  | { readonly type: 'load-note'; readonly id: string }
  | { readonly type: 'edit-bookmark'; readonly id: string; readonly edit: BookmarkEdit }
  /** Follows one thing, or no longer; asks which of several. */
  | { readonly type: 'follow'; readonly entries: readonly string[] }
  /** Takes a headline out of its story, or puts it back. */
  | { readonly type: 'set-apart'; readonly id: string }
  /** Watches or mutes a word, or no longer. */
  | { readonly type: 'set-word'; readonly list: 'watch' | 'mute'; readonly word: string }
  /** Takes back the last act. */
  | { readonly type: 'undo' }
  /** `asked`: by a key, so that a notice answers it even if no text was missing. */
  | { readonly type: 'fetch-texts'; readonly asked: boolean }
  /**
   * Looks up the article for the preview, after a pause in which no other one is asked for; `fetch`: asks for
   * the page of one that is not kept. Null: none is wanted any more.
   */
  | {
      readonly type: 'preview';
      readonly wanted: { readonly headline: Pick<Headline, 'id' | 'url'>; readonly fetch: boolean } | null;
    }
  /** `before`: the value that the setting had. */
  | { readonly type: 'keep-setting'; readonly setting: Partial<Settings>; readonly before: Partial<Settings> }
  /** The photos that the screen wants from now on, in place of those it wanted before. */
  | { readonly type: 'photos'; readonly wanted: WantedPhotos }
  | { readonly type: 'browser'; readonly url: string }
  /** Hands a headline's article, as far as it is kept, to a command of the reader's; `columns`: its width as text, in cells. */
  | {
      readonly type: 'pipe';
      readonly headline: Headline;
      readonly command: string;
      readonly format: ArticleFormat;
      readonly language: Language;
      readonly hanja: boolean;
      readonly columns: number;
    }
  /** Saves a headline's article to a new file in a folder; `at` in ms since the epoch. */
  | { readonly type: 'save'; readonly headline: Headline; readonly folder: string; readonly at: number }
  /** Reads a headline's article aloud, as far as it is kept; stops the voice that speaks. */
  | { readonly type: 'speak'; readonly headline: Headline; readonly language: Language }
  /** Copies a text about an address. */
  | { readonly type: 'copy'; readonly url: string; readonly text: string }
  /** Keeps the reader's place for the next start. */
  | { readonly type: 'keep-session'; readonly session: KeptSession }
  | { readonly type: 'open-sample'; readonly why: Failure }
  | { readonly type: 'try-live'; readonly section: string }
  /** Looks for changes of another process in the files that are kept. */
  | { readonly type: 'look' }
  | { readonly type: 'repaint' }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit' };

/** The next state, and the effects to run for it. */
export type Step = readonly [state: State, effects: readonly Effect[]];
