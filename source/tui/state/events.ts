/** Events that happen to the full screen, as plain data. */
import type { History } from '../../corrections/compare.ts';
import type { Corrections } from '../../corrections/history.ts';
import type { Failure } from '../../failure.ts';
import type { MessageKey, Params } from '../../messages/index.ts';
import type { Article, Bookmark, Headline, Place, Scored } from '../../model.ts';
import type { Refreshed } from '../../reader/types.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { Day } from '../../today/day.ts';
import type { Warning } from '../../warnings.ts';
import type { WatchWords } from '../../watch-words.ts';
import type { Action } from '../input/keys.ts';
import type { Input } from '../input/parse-input.ts';
import type { KnownPhoto, Picture } from './photos.ts';
import type { FollowChoice, Gathering } from './screens.ts';
import type { Edition, KeyPress, Size } from './state.ts';

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
  /** The time to look for news without a key has come. */
  | { readonly type: 'refresh-due' }
  /** A moment after a key: time to see whether another process changed the archive. */
  | { readonly type: 'look-due' }
  // from the files that are kept
  | {
      readonly type: 'loaded';
      /** The other headlines of the stories among those loaded, newest first; unread ones in a list of those. */
      readonly mates: readonly Headline[];
      readonly section: string;
      readonly unreadOnly: boolean;
      readonly withMuted: boolean;
      /** How many of the section's newest headlines are muted. */
      readonly muted: number;
      /** 0 for the list from the beginning, else the index of the first of these items. */
      readonly offset: number;
      readonly headlines: readonly Headline[];
      readonly complete: boolean;
      readonly goOn: GoOn | null;
    }
  | { readonly type: 'gathered'; readonly by: Gathering; readonly headlines: readonly Headline[] }
  | {
      readonly type: 'bookmarks';
      readonly bookmarks: readonly Bookmark[];
      /** False if they are only the newest ones, and the others are being read. */
      readonly complete: boolean;
      readonly goOn?: GoOn | undefined;
    }
  | { readonly type: 'bookmark-edited' }
  /** The note and tags of a bookmark that is open as an article. */
  | { readonly type: 'noted'; readonly bookmark: Bookmark }
  | {
      readonly type: 'found';
      readonly where: SearchedList;
      readonly query: string;
      readonly items: readonly FoundItem[];
      /** The number of results, if there are more than these; null as long as it is not known. */
      readonly count?: number | null;
      /** The same query was answered before, from less. */
      readonly more: boolean;
    }
  /** No more results come for a query. */
  | { readonly type: 'search-settled'; readonly where: SearchedList; readonly query: string }
  | { readonly type: 'sections'; readonly facts: readonly SectionFacts[]; readonly words: WatchWords }
  /** Something is wrong with the files that are kept. */
  | { readonly type: 'warned'; readonly warning: Warning }
  /** Feeds that are not the paper's were added or removed by another process. */
  | { readonly type: 'other-feeds-changed' }
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
  /** The headlines of the last day; null if they could not be read. */
  | { readonly type: 'day'; readonly day: Day | null }
  /** The corrections of an article; null if nothing of it is kept. */
  | {
      readonly type: 'history';
      readonly id: string;
      readonly history: History | null;
      readonly count: number;
    }
  | { readonly type: 'related'; readonly ticket: number; readonly headlines: readonly Headline[] }
  | { readonly type: 'refreshing'; readonly section: string }
  /** `empty`: the archive is still empty. */
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
      /** The ids that were to be marked; `ids` are those whose mark changed. */
      readonly asked: readonly string[];
      readonly ids: readonly string[];
      readonly read: boolean;
    }
  | { readonly type: 'bookmarked'; readonly id: string }
  /** A page that was asked for is there, or does not come: its effect is over. */
  | { readonly type: 'page-settled' }
  /** A setting could not be kept: its value, and the one before. */
  | {
      readonly type: 'setting-not-kept';
      readonly setting: Partial<Settings>;
      readonly before: Partial<Settings>;
    }
  /** The text of an article that was just bookmarked could not be fetched. */
  | { readonly type: 'text-missing'; readonly failure: Failure }
  | {
      readonly type: 'unbookmarked';
      readonly id: string;
      /** Null if it was not bookmarked any more. */
      readonly bookmark: Bookmark | null;
    }
  /** A bookmark could not be kept or removed: its mark is set back. */
  | {
      readonly type: 'bookmark-failed';
      readonly id: string;
      readonly bookmarked: boolean;
      readonly failure: Failure;
    }
  /** The kept article of the headline that the reader has stayed on; null if only its lead is kept. */
  | { readonly type: 'previewed'; readonly id: string; readonly article: Article | null }
  /** A photo for the text came, or why it did not. */
  | { readonly type: 'photo'; readonly url: string; readonly photo: KnownPhoto }
  /** The photo that fills the screen came, or why it did not. */
  | { readonly type: 'picture'; readonly url: string; readonly picture: Picture | Failure }
  /** The terminal no longer has these images; null for all. */
  | { readonly type: 'photos-gone'; readonly images: readonly number[] | null }
  /** Whether the terminal can show photos in the text of an article. */
  | { readonly type: 'photos-in-text'; readonly able: boolean }
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
  /** A voice has read a text to its end. */
  | { readonly type: 'voice-ended' }
  /** A command ended that an article was handed to; `params`: its name, and how it ended if not well. */
  | { readonly type: 'piped'; readonly params: Params }
  /** A bookmark whose note and tags are to be entered; null if the article is not bookmarked. */
  | { readonly type: 'edit-begun'; readonly bookmark: Bookmark | null }
  /** Several things that may be followed. */
  | { readonly type: 'follow-choices'; readonly choices: readonly FollowChoice[] }
  /** Something is followed now, or no longer. */
  | { readonly type: 'followed'; readonly params: Params; readonly listed: boolean }
  /** A headline was taken out of its story, or put back; null if it is in none. */
  | { readonly type: 'set-apart'; readonly apart: boolean | null }
  /** A word is watched or muted now, or no longer. */
  | {
      readonly type: 'word-set';
      readonly list: 'watch' | 'mute';
      readonly word: string;
      readonly listed: boolean;
      /** Whether the other of the two lists has the word. */
      readonly both: boolean;
    }
  /** The last act was taken back, or why it was not, as a notice. */
  | {
      readonly type: 'undone';
      readonly key: MessageKey;
      readonly params: Params;
      /** The marks that headlines have now. */
      readonly marked:
        | (Partial<Pick<Headline, 'read' | 'bookmarked'>> & { readonly ids: readonly string[] })
        | null;
      /** Whether other headlines than before may be listed. */
      readonly reload: boolean;
      /** The headline that is back in lists: it is selected again. */
      readonly back?: string;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

/** A key or a paste as the event it is. */
export function eventOf(input: Input): Event {
  if ('mouse' in input) return { type: 'mouse', ...input.mouse };
  return 'key' in input ? { type: 'key', key: input.key } : { type: 'paste', text: input.paste };
}
