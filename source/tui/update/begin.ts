/** The state and the effects that the full screen begins with. */

import { Failure } from '../../failure.ts';
import type { Language } from '../../messages/index.ts';
import { allSections, FOLLOWING } from '../../sections.ts';
import type { KeptSession } from '../../storage/config/session.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import { hasInterests, type WatchWords } from '../../watch-words.ts';
import { DEFAULT_KEYMAP } from '../input/keymap.ts';
import type { Effect, Step } from '../state/effects.ts';
import type { PhotoSettings } from '../state/photos.ts';
import type { HeadlinesScreen } from '../state/screens.ts';
import type { Edition, Size, State } from '../state/state.ts';
import { reload } from './list/headlines.ts';
import { NO_LIST } from './list/move-in-list.ts';
import { barOf, tabsOf } from './settings/bar.ts';
import { withKeymap } from './settings/change.ts';

export interface Beginning {
  readonly size: Size;
  /** ms since the epoch. */
  readonly now: number;
  readonly language: Language;
  readonly settings: Settings;
  readonly edition: Edition;
  readonly photos: PhotoSettings;
  readonly offline: boolean;
  /** The section asked for; null for the bar's first. */
  readonly section: string | null;
  readonly words: WatchWords;
  /** The place at which the last run was left; null without one, or if it does not matter. */
  readonly session: KeptSession | null;
  /** Whether the archive is empty. */
  readonly empty: boolean;
}

/** Whether there is such a section still. */
const isKnown = (section: string | undefined): boolean =>
  section === FOLLOWING.name || allSections().some(({ name }) => name === section);

/** The archive's headlines first; then, behind them, all sections of the bar, the one on screen before the others. */
export function begin(beginning: Beginning): Step {
  const { settings, offline, empty, edition } = beginning;
  const { sections: listed } = settings;
  const kept = settings.start === 'left' ? beginning.session : null;
  const section = beginning.section ?? (isKnown(kept?.section) ? kept!.section : (listed[0] ?? 'total'));
  const at = kept?.section === section ? kept.id : null;
  const bar = barOf({ listed, watches: hasInterests(beginning.words), section });
  const first: HeadlinesScreen = {
    kind: 'headlines',
    section,
    list: NO_LIST,
    unreadOnly: kept?.unreadOnly ?? false,
    withMuted: false,
    muted: 0,
    search: null,
    left: at === null ? {} : { [section]: { id: at, row: kept!.row } },
  };
  const state: State = {
    size: beginning.size,
    now: beginning.now,
    language: beginning.language,
    edition,
    offline,
    ...tabsOf(bar, beginning.language),
    screens: [first],
    words: beginning.words,
    notice: null,
    warnings: [],
    chosen: !empty,
    held: [],
    opening: null,
    count: null,
    numbered: false,
    beside: null,
    bare: false,
    preview: null,
    searches: beginning.session?.searches ?? [],
    commands: beginning.session?.commands ?? [],
    recalled: null,
    settings,
    keymap: DEFAULT_KEYMAP,
    imeHinted: false,
    photos: { ...beginning.photos, inText: true, able: null, known: new Map() },
    ticket: 0,
  };
  const effects: Effect[] = [{ type: 'load-sections' }, reload(first, at)];
  if (!offline) {
    const others = bar.filter((name) => name !== section);
    effects.push({ type: 'refresh', sections: [section, ...others], asked: false });
  } else if (empty && edition.kind === 'live') {
    effects.push({ type: 'open-sample', why: new Failure('offline') });
  }
  return [withKeymap(state), effects];
}
