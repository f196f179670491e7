import type { Failure } from '../../failure.ts';
import type { Language, MessageKey, Params } from '../../messages/index.ts';
import type { Article, Bookmark, Headline } from '../../model.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { Warning } from '../../warnings.ts';
import type { WatchWords } from '../../watch-words.ts';
import type { Keymap } from '../input/keymap.ts';
import type { PhotoState } from './photos.ts';
import type { HeadlinesScreen, Screen } from './screens.ts';

/** Columns and rows in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The edition being read. The sample shows on every screen that it is not today's news, and why it is open. */
export type Edition = { readonly kind: 'live' } | { readonly kind: 'sample'; readonly why: 'demo' | Failure };

/** A section as the bar and the chooser show it. Times in ms since the epoch. */
export interface SectionTab {
  readonly name: string;
  readonly label: string;
  readonly unread: number;
  readonly refreshedAt: number | null;
  readonly refreshing: boolean;
  readonly lastFailure: { readonly at: number; readonly why: Failure } | null;
}

/** Typed input: a key by its name or grapheme, or a pasted text. */
export type KeyPress =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string };

/** The time that a notice stands if no key takes it away, in ms. */
export const NOTICE_TIME = 8000;

/** One line above the footer, about what just happened. It goes with the next key or when its time is over. */
export interface Notice {
  readonly tone: 'info' | 'alert';
  readonly key: MessageKey;
  readonly params: Params;
  /** When its time is over, in ms since the epoch. */
  readonly until: number;
  /** A fault in the files that are kept: only a key takes the notice away. */
  readonly isWarning?: true;
  /** An http(s) URL on rows of its own, whole, to be selected there; nothing but a key takes it away. */
  readonly address?: string;
}

/** The headline that the preview shows, with its article once that is kept. */
export interface Preview {
  readonly headline: Headline | Bookmark;
  /** Null if only the feed's lead is kept. */
  readonly article: Article | null;
  /** How many of its rows were scrolled past. */
  readonly top: number;
}

export interface State {
  readonly size: Size;
  /** When the last change was, in ms since the epoch; a new minute is one, so that ages stay true. */
  readonly now: number;
  readonly language: Language;
  readonly edition: Edition;
  readonly offline: boolean;
  /** The sections in the bar, in its order. */
  readonly sections: readonly SectionTab[];
  /** The other sections: the chooser offers them behind those in the bar. */
  readonly moreSections: readonly SectionTab[];
  /** A stack: the last one is on top, the first is always the headlines. */
  readonly screens: readonly [HeadlinesScreen, ...Screen[]];
  /** The words that are watched and muted, and what is followed. */
  readonly words: WatchWords;
  readonly notice: Notice | null;
  /**
   * False until a key is pressed, if nothing was archived at the start: the selection is then not the
   * reader's own.
   */
  readonly chosen: boolean;
  /** Warnings that wait behind the one being shown. */
  readonly warnings: readonly Warning[];
  /** Keys that wait for a search's results or a page, in their order. */
  readonly held: readonly KeyPress[];
  /** How many screens there were when a page was asked for that is not there yet; null without one. */
  readonly opening: number | null;
  /** The number typed before a movement. */
  readonly count: number | null;
  /** A typed number went somewhere by itself: digits that still follow belong to it, and do nothing. */
  readonly numbered: boolean;
  /** Articles stand beside the list, or over it; null as the terminal's width suggests. */
  readonly beside: boolean | null;
  /** An article is shown with nothing around its text. */
  readonly bare: boolean;
  /** The contents of the preview; null until the reader has stayed on a headline. */
  readonly preview: Preview | null;
  /** Earlier searches, the newest first. */
  readonly searches: readonly string[];
  /** The commands that were typed in this run, the newest first, those that failed too. */
  readonly commands: readonly string[];
  /** The earlier search or command that was recalled while typing, and the text typed before. */
  readonly recalled: { readonly at: number; readonly draft: string } | null;
  /** The keys in force. */
  readonly keymap: Keymap;
  /** The settings as they are in force: the settings screen changes them here, and then on the disk. */
  readonly settings: Settings;
  /** The hint that the IME is on was shown. */
  readonly imeHinted: boolean;
  readonly photos: PhotoState;
  /** The last ticket given to a request. */
  readonly ticket: number;
}

/** What a shell command needs behind it to act on the edition on screen: an option, or nothing. */
export const demoOption = ({ edition }: State): string =>
  edition.kind === 'sample' && edition.why === 'demo' ? ' --demo' : '';

/** The screen on top. */
export function topScreen(state: State): Screen {
  return state.screens.at(-1)!;
}

/** The section on screen and those that were left in this run. */
export function sectionsBeingRead({ screens: [headlines] }: State): readonly string[] {
  return [...new Set([headlines.section, ...Object.keys(headlines.left)])];
}

/** The tab of a section, in the bar or not. */
export function tabOf(state: State, name: string): SectionTab | undefined {
  return [...state.sections, ...state.moreSections].find((tab) => tab.name === name);
}
