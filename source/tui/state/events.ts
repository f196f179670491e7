/** Events that happen to the full screen, and effects that it asks for: plain data both ways. */
import type { History } from '../../corrections/compare.ts';
import type { Corrections } from '../../corrections/history.ts';
import type { Failure } from '../../failure.ts';
import type { Language, MessageKey, Params } from '../../messages/index.ts';
import type { Article, Bookmark, Headline, Place, Scored } from '../../model.ts';
import type { Refreshed } from '../../reader/types.ts';
import type { ArticleFormat } from '../../storage/config/named-commands.ts';
import type { KeptSession } from '../../storage/config/session.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { Undo } from '../../storage/config/undo.ts';
import type { BookmarkEdit } from '../../storage/kept-types.ts';
import type { Day } from '../../today/day.ts';
import type { Warning } from '../../warnings.ts';
import type { Action } from '../input/keys.ts';
import type { Input } from '../input/parse-input.ts';
import type { KnownPhoto, Picture, WantedPhotos } from './photos.ts';
import type { FollowChoice, Gathering } from './screens.ts';
import type { Edition, KeyPress, Size, State } from './state.ts';

/** An action to go on with once more of a list is there. */
export interface GoOn {
  readonly action: Action;
  readonly count: number | null;
}

/** A section's facts for the bar and the chooser. */
interface SectionFacts {
  readonly name: string;
  readonly unread: number;
  readonly refreshedAt: number | null;
  readonly lastFailure: { readonly at: number; readonly why: Failure } | null;
}

/** A list that is searched, by its screen's kind. */
export type SearchedList = 'headlines' | 'bookmarks' | 'gathered';

interface FoundItem extends Scored {
  readonly headline: Headline | Bookmark;
}

/** A click of the left button, or a notch of the wheel, in cells from the top left. */
export interface MousePress {
  readonly type: 'mouse';
  /** 1 down, -1 up, 0 for a click. */
  readonly wheel: -1 | 0 | 1;
  readonly x: number;
  readonly y: number;
}

export type Event =
  | MousePress
  // from the reader at the keyboard
  | KeyPress
  | { readonly type: 'resize'; readonly size: Size }
  /** The clock; ms since the epoch. */
  | { readonly type: 'tick'; readonly now: number }
  /** It is time to look for news by itself. */
  | { readonly type: 'refresh-due' }
  /** A moment after a key: time to see whether another process changed the archive. */
  | { readonly type: 'look-due' }
  // from what is kept
  | {
      readonly type: 'loaded';
      readonly section: string;
      readonly unreadOnly: boolean;
      readonly withMuted: boolean;
      /** How many of the section's newest headlines are muted. */
      readonly muted: number;
      /** 0 for the list anew, else where these items go on. */
      readonly offset: number;
      readonly headlines: readonly Headline[];
      readonly complete: boolean;
      readonly goOn: GoOn | null;
    }
  | { readonly type: 'gathered'; readonly by: Gathering; readonly headlines: readonly Headline[] }
  | { readonly type: 'bookmarks'; readonly bookmarks: readonly Bookmark[] }
  | {
      readonly type: 'found';
      readonly where: SearchedList;
      readonly query: string;
      readonly items: readonly FoundItem[];
      /** The same query was answered before, from less. */
      readonly more: boolean;
    }
  /** No more results come for a query. */
  | { readonly type: 'search-settled'; readonly where: SearchedList; readonly query: string }
  | { readonly type: 'sections'; readonly facts: readonly SectionFacts[] }
  /** Something is wrong with what is kept. */
  | { readonly type: 'warned'; readonly warning: Warning }
  /** Something kept has changed, by this program or another. */
  | { readonly type: 'changed' }
  // answers
  | {
      readonly type: 'kept';
      readonly ticket: number;
      readonly article: Article | null;
      readonly place: Place | null;
      readonly corrections: Corrections | null;
    }
  | {
      readonly type: 'opened';
      readonly ticket: number;
      readonly article: Article | null;
      readonly corrections: Corrections | null;
      readonly failure: Failure | null;
    }
  /** The page of an article that was kept reads otherwise now. */
  | {
      readonly type: 'corrected';
      readonly ticket: number;
      readonly article: Article;
      readonly corrections: Corrections | null;
    }
  /** What came in the last day; null if that could not be read. */
  | { readonly type: 'day'; readonly day: Day | null }
  /** What was corrected in an article; null where nothing is known of it. */
  | {
      readonly type: 'history';
      readonly id: string;
      readonly history: History | null;
      readonly count: number;
    }
  | { readonly type: 'related'; readonly ticket: number; readonly headlines: readonly Headline[] }
  | { readonly type: 'refreshing'; readonly section: string }
  /** `empty`: still nothing is archived at all. */
  | { readonly type: 'refreshed'; readonly done: Refreshed; readonly asked: boolean; readonly empty: boolean }
  /** A refresh of several sections is over. */
  | { readonly type: 'refreshed-all'; readonly done: readonly Refreshed[]; readonly asked: boolean }
  /** The time a first start waits for the network is over. */
  | { readonly type: 'waited'; readonly empty: boolean }
  | { readonly type: 'edition'; readonly edition: Edition }
  /** The live edition has something after all, while the sample is shown. */
  | { readonly type: 'live-arrived' }
  | { readonly type: 'live-failed'; readonly failure: Failure }
  | {
      readonly type: 'marked';
      /** Those that were to be marked; `ids` are the ones whose mark changed. */
      readonly asked: readonly string[];
      readonly ids: readonly string[];
      readonly read: boolean;
      readonly undoing: boolean;
    }
  | { readonly type: 'bookmarked'; readonly id: string; readonly undoing: boolean }
  | {
      readonly type: 'unbookmarked';
      readonly id: string;
      /** Null where it was no bookmark any more. */
      readonly bookmark: Bookmark | null;
      readonly undoing: boolean;
    }
  /** A bookmark could not be kept or removed: its mark is again what it was. */
  | {
      readonly type: 'bookmark-failed';
      readonly id: string;
      readonly bookmarked: boolean;
      readonly failure: Failure;
    }
  /** What is kept of the article of the headline that somebody has stayed on; null where that is its lead. */
  | { readonly type: 'previewed'; readonly id: string; readonly article: Article | null }
  /** A photo for the text came, or why it did not. */
  | { readonly type: 'photo'; readonly url: string; readonly photo: KnownPhoto }
  /** The photo that fills the screen came, or why it did not. */
  | { readonly type: 'picture'; readonly url: string; readonly picture: Picture | Failure }
  /** The terminal no longer has these images; null for all. */
  | { readonly type: 'photos-gone'; readonly images: readonly number[] | null }
  | {
      readonly type: 'notice';
      readonly tone: 'info' | 'alert';
      readonly key: MessageKey;
      readonly params: Params;
    }
  /** A notice with an address that the reader may want to take off the screen. */
  | {
      readonly type: 'address';
      readonly tone: 'info' | 'alert';
      readonly key: MessageKey;
      readonly params: Params;
      readonly url: string;
    }
  /** A bookmark whose note and tags are to be entered; null if it is none. */
  | { readonly type: 'edit-begun'; readonly bookmark: Bookmark | null }
  /** What may be followed, of several things. */
  | { readonly type: 'follow-choices'; readonly choices: readonly FollowChoice[] }
  /** Something is followed now, or no longer. */
  | { readonly type: 'followed'; readonly entry: string; readonly listed: boolean }
  /** A headline was taken out of its story, or put back; null where it is in none. */
  | {
      readonly type: 'set-apart';
      readonly id: string;
      readonly apart: boolean | null;
      readonly undoing: boolean;
    }
  /** A word is watched now, or no longer. */
  | { readonly type: 'watched'; readonly word: string; readonly listed: boolean }
  /** A change of an earlier run that can be taken back; null for none. */
  | { readonly type: 'undo-recalled'; readonly undo: Undo | null }
  | { readonly type: 'failed'; readonly failure: Failure };

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
  | { readonly type: 'load-bookmarks' }
  /** Finds the headlines that share something. */
  | { readonly type: 'gather'; readonly by: Gathering }
  | {
      readonly type: 'search';
      readonly where: SearchedList;
      /** The headlines that alone are searched: those of a gathered list. */
      readonly among: readonly Headline[];
      readonly query: string;
      readonly unreadOnly: boolean;
      /** Its results are on the screen already, and there is more now that may be found. */
      readonly again: boolean;
    }
  | { readonly type: 'load-sections' }
  /** Lists and sections again, in a moment: what comes meanwhile is in them. */
  | { readonly type: 'reload-soon' }
  /** `asked`: by a key, so that it is answered also where nothing is new. */
  | { readonly type: 'refresh'; readonly sections: readonly string[]; readonly asked: boolean }
  | {
      readonly type: 'open';
      readonly headline: Pick<Headline, 'id' | 'url'>;
      readonly ticket: number;
      /** Asks for the page even where the article is kept. */
      readonly fresh: boolean;
      /** Where the article is kept, its page may be asked for again behind it. */
      readonly again: boolean;
    }
  | { readonly type: 'history'; readonly id: string }
  | { readonly type: 'day' }
  | { readonly type: 'keep-place'; readonly id: string; readonly place: Place }
  | {
      readonly type: 'set-read';
      readonly ids: readonly string[];
      readonly read: boolean;
      readonly undoing: boolean;
    }
  | { readonly type: 'mark-all'; readonly section: string }
  | { readonly type: 'bookmark'; readonly headline: Headline }
  | { readonly type: 'unbookmark'; readonly id: string; readonly undoing: boolean }
  | { readonly type: 'restore'; readonly bookmark: Bookmark }
  | { readonly type: 'begin-edit'; readonly id: string }
  | { readonly type: 'edit-bookmark'; readonly id: string; readonly edit: BookmarkEdit }
  /** Follows one thing, or no longer; asks which of several. */
  | { readonly type: 'follow'; readonly entries: readonly string[] }
  /** Takes a headline out of its story, or puts back one that was taken out. */
  | { readonly type: 'set-apart'; readonly id: string; readonly undoing: boolean }
  /** Watches a word, or no longer watches one that is watched. */
  | { readonly type: 'watch'; readonly word: string }
  /** `asked`: by a key, so that it is answered also where nothing was missing. */
  | { readonly type: 'fetch-texts'; readonly asked: boolean }
  /**
   * Looks up the article for the preview, after a pause in which no other one is asked for; `fetch`: where it is not kept,
   * its page is asked for. Null: none is wanted any more.
   */
  | {
      readonly type: 'preview';
      readonly wanted: { readonly headline: Pick<Headline, 'id' | 'url'>; readonly fetch: boolean } | null;
    }
  | {
      readonly type: 'keep-setting';
      readonly setting: { readonly [Name in keyof Settings]?: Settings[Name] };
    }
  /** What the screen wants of photos from now on: what it wanted before is of no use any more. */
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
  /** Keeps where the reader is for the next start. */
  | { readonly type: 'keep-session'; readonly session: KeptSession }
  | { readonly type: 'open-sample'; readonly why: Failure }
  | { readonly type: 'try-live'; readonly section: string }
  /** Looks whether another process changed what is kept. */
  | { readonly type: 'look' }
  /** Keeps a change on the disk, for `u` after a restart. */
  | { readonly type: 'keep-undo'; readonly undo: Undo }
  /** Drops the change that was kept last: it is taken back. */
  | { readonly type: 'drop-undo' }
  /** Looks for a change of an earlier run. */
  | { readonly type: 'recall-undo' }
  | { readonly type: 'repaint' }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit' };

/** A key or a paste as the event it is. */
export function eventOf(input: Input): Event {
  if ('mouse' in input) return { type: 'mouse', ...input.mouse };
  return 'key' in input ? { type: 'key', key: input.key } : { type: 'paste', text: input.paste };
}

/** The next state, and what is to be done for it. */
export type Step = readonly [state: State, effects: readonly Effect[]];
