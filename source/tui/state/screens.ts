/** The screens of the full screen, one on top of the other, and the lists they show. */
import type { History } from '../../corrections/compare.ts';
import type { Corrections } from '../../corrections/history.ts';
import type { Failure } from '../../failure.ts';
import type { Article, Bookmark, FoundBy, Headline, MatchRange, Place, Shared } from '../../model.ts';
import type { ArticleFormat } from '../../storage/config/named-commands.ts';
import type { Day } from '../../today/day.ts';
import type { TextField } from '../input/text-field.ts';
import type { Picture } from './photos.ts';

/** A line of a list: a headline or a bookmark, with the places where a search matched its title. */
export interface HeadlineItem {
  readonly headline: Headline | Bookmark;
  readonly matches: readonly MatchRange[];
  /** The way a search found it, if not as typed. */
  readonly found?: FoundBy | null;
  /** The other headlines of the story that this one stands for, newest first. */
  readonly behind?: readonly HeadlineItem[];
  /** The headlines behind it are shown below it. */
  readonly open?: true;
  /** The item is shown below the one that stands for its story. */
  readonly under?: true;
}

/** A list and the reader's place in it. The selection is kept by id across refreshes. */
export interface List {
  /** The items that are shown: one for a folded story. */
  readonly items: readonly HeadlineItem[];
  /** All items that were loaded; absent if all of them are shown. */
  readonly all?: readonly HeadlineItem[];
  /** Headlines of the stories in it that the list itself has not, newest first: of other sections, or not loaded. */
  readonly mates?: readonly HeadlineItem[];
  /** The stories whose headlines are all shown, by their ids. */
  readonly unfolded?: readonly string[];
  /** False if the archive holds more than was loaded. */
  readonly complete: boolean;
  /** Index of the selected item; 0 in an empty list. */
  readonly selected: number;
  /** Index of the first item on screen. */
  readonly top: number;
  /** A headline that was selected until it was taken away, or that an undo brings back: it is selected once it is there. */
  readonly awaited?: string;
}

/** A search laid over a list or an article. */
export interface SearchField {
  readonly field: TextField;
  /** Typing goes into the field; false once Enter has given the keys back to the list. */
  readonly typing: boolean;
  /** The list's contents: results of an earlier query, the first results of the typed one, or all of them. */
  readonly results: 'old' | 'first' | 'all';
  /** The number of results, of which the list may have only the first ones yet. */
  readonly count?: number;
  /** The list to which Esc leads back; in an article, the place from which the search looks for its first match. */
  readonly before: List | Place;
  /** In an article, the link that was chosen when the search began: it is chosen again when the search ends. */
  readonly link?: number | null;
}

/** The state of loading the open article: under way, failed or done. */
export type Loading =
  | { readonly kind: 'fetching' }
  | { readonly kind: 'whole' }
  /** Only the feed's lead could be loaded, and why. */
  | { readonly kind: 'lead-only'; readonly failure: Failure };

/** The place where a list was left: the selected id and its row on screen; null in a list at its very top. */
interface Left {
  readonly id: string;
  readonly row: number | null;
}

export interface HeadlinesScreen {
  readonly kind: 'headlines';
  readonly section: string;
  readonly list: List;
  readonly unreadOnly: boolean;
  /** Muted headlines are shown too. */
  readonly withMuted: boolean;
  /** How many of the section's newest headlines are muted. */
  readonly muted: number;
  readonly search: SearchField | null;
  /** The places where the other sections were left. */
  readonly left: Readonly<Record<string, Left>>;
}

export interface BookmarksScreen {
  readonly kind: 'bookmarks';
  /** By which time they are sorted, the newest first. */
  readonly order: 'saved' | 'published';
  readonly list: List;
  readonly search: SearchField | null;
}

export interface ArticleScreen {
  readonly kind: 'article';
  readonly headline: Headline;
  /** The article as far as it has come: the feed's lead at first. */
  readonly article: Article;
  readonly loading: Loading;
  /** How often it was corrected; null for never. */
  readonly corrections: Corrections | null;
  /** Related kept headlines, once they are known. */
  readonly related: readonly Headline[];
  /** The top line being read. */
  readonly place: Place;
  readonly search: SearchField | null;
  /** The link that Enter follows, by its number among the article's targets; null if none is chosen. */
  readonly link: number | null;
  /** The digits typed so far while all links and headlines are labelled; null otherwise. */
  readonly follow: string | null;
  /** The current match of the search, by its index; null if there is none. */
  readonly match: number | null;
  /** The request that this screen waits for: answers to other requests change nothing. */
  readonly ticket: number;
}

/** The corrections of an article. */
export interface ChangesScreen {
  readonly kind: 'changes';
  readonly history: History;
  /** The number of corrections, of texts no longer kept too. */
  readonly count: number;
  /** First row on screen. */
  readonly top: number;
}

/** The day in one page. */
export interface DayScreen {
  readonly kind: 'day';
  /** Null until it is gathered. */
  readonly day: Day | null;
  /** Index of the selected headline among those of the page. */
  readonly selected: number;
  /** First row on screen. */
  readonly top: number;
}

/** The section chooser: typing narrows it by name, label or number. */
export interface SectionsScreen {
  readonly kind: 'sections';
  readonly field: TextField;
  readonly selected: number;
}

/** The note and tags of a bookmark being entered. */
export interface EditScreen {
  readonly kind: 'edit';
  readonly id: string;
  readonly title: string;
  /** The note as it was shown first. */
  readonly before: string;
  readonly note: TextField;
  readonly tags: TextField;
  readonly entering: 'note' | 'tags';
}

/** A command being entered that an article is to be handed to. */
export interface PipeScreen {
  readonly kind: 'pipe';
  readonly headline: Headline;
  readonly field: TextField;
  /** Whether the command is that of the settings still, which typing replaces. */
  readonly isOffered: boolean;
  readonly format: ArticleFormat;
}

/** The settings, a line each. */
export interface SettingsScreen {
  readonly kind: 'settings';
  /** Index of the selected setting. */
  readonly selected: number;
  /** The value being typed; null while keys change it. */
  readonly field: TextField | null;
}

/** A choice among several things of an article to follow. */
export interface PickScreen {
  readonly kind: 'pick';
  readonly choices: readonly FollowChoice[];
  readonly selected: number;
}

/** Something that may be followed, as `followedText` writes it. */
export interface FollowChoice {
  readonly entry: string;
  readonly isFollowed: boolean;
}

export interface HelpScreen {
  readonly kind: 'help';
  /** First row on screen. */
  readonly top: number;
  readonly search: HelpSearch | null;
  /** The current match of the search, by its index; null if there is none. */
  readonly match: number | null;
}

/** A search in the help. */
export interface HelpSearch extends Pick<SearchField, 'field' | 'typing'> {
  /** The first row on screen when typing began. */
  readonly before: number;
}

/** A photo of an article that fills the screen. */
export interface PhotoScreen {
  readonly kind: 'photo';
  /** The page that shows the photos. */
  readonly page: string;
  /** All photos of the article: there is at least one. */
  readonly photos: readonly { readonly url: string; readonly caption: string | null }[];
  /** The number of the photo that is shown. */
  readonly at: number;
  readonly picture: Picture | 'fetching' | Failure;
}

/** The rule that gathers headlines: something that they share, or that they were read last. */
export type Gathering =
  | Shared
  | { readonly kind: 'last-read' }
  /** The story of a headline, by that one's id. */
  | { readonly kind: 'story'; readonly id: string };

/** The headlines of articles that share a tag or a reporter or are one story, or that were read last. */
export interface GatheredScreen {
  readonly kind: 'gathered';
  readonly by: Gathering;
  readonly list: List;
  readonly search: SearchField | null;
}

export type Screen =
  | HeadlinesScreen
  | BookmarksScreen
  | GatheredScreen
  | ArticleScreen
  | ChangesScreen
  | PickScreen
  | DayScreen
  | PhotoScreen
  | SectionsScreen
  | EditScreen
  | PipeScreen
  | SettingsScreen
  | HelpScreen;
