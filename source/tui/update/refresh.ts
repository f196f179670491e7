/** Takes the answers of feeds, and decides which edition is read. */
import { isRecent, MINUTE } from '../../clock.ts';
import type { FailureCode } from '../../failure.ts';
import { FOLLOWING } from '../../sections.ts';
import { NO_WORDS } from '../../watch-words.ts';
import type { Effect, Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { HeadlinesScreen } from '../state/screens.ts';
import { type SectionTab, type State, sectionsBeingRead, tabOf } from '../state/state.ts';
import { reload } from './list/headlines.ts';
import { renew } from './list/list-answers.ts';
import { NO_LIST } from './list/move-in-list.ts';
import { barOf, tabsOf } from './settings/bar.ts';
import { notify, reasonOf, stay, withEffects } from './steps.ts';

/** The failures that mean that no server was reached: if the archive is empty, the sample edition is opened. */
export const NO_CONNECTION: readonly FailureCode[] = [
  'offline',
  'unreachable',
  'timeout',
  'bad-certificate',
  'bad-proxy',
  'proxy-unreachable',
  'proxy-refused',
];

export function withFacts(state: State, facts: Extract<Event, { type: 'sections' }>['facts']): State {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const update = (tab: SectionTab): SectionTab => ({ ...tab, ...byName.get(tab.name) });
  return { ...state, sections: state.sections.map(update), moreSections: state.moreSections.map(update) };
}

export function withTab(state: State, name: string, change: Partial<SectionTab>): State {
  const update = (tab: SectionTab): SectionTab => (tab.name === name ? { ...tab, ...change } : tab);
  return { ...state, sections: state.sections.map(update), moreSections: state.moreSections.map(update) };
}

export function refreshed(state: State, event: Extract<Event, { type: 'refreshed' }>): Step {
  const { done, empty } = event;
  const { section, added, problems, failure } = done;
  const quiet = withTab(state, section, { refreshing: false });
  const first = quiet.screens[0];
  const shown = first.section === section;
  // Headlines of other sections come together in one frame.
  const effects: Effect[] = [{ type: shown ? 'load-sections' : 'reload-soon' }];
  if (failure !== null) {
    if (empty && quiet.edition.kind === 'live' && NO_CONNECTION.includes(failure.code)) {
      return [quiet, [...effects, { type: 'open-sample', why: failure }]];
    }
    if (!shown) return [quiet, effects];
    const params = { label: tabOf(quiet, section)?.label ?? section, reason: reasonOf(quiet, failure) };
    const key = first.list.items.length > 0 ? 'notice.section-failed' : 'notice.section-empty';
    return [notify(quiet, key, params, 'alert'), effects];
  }
  // The network is back: now fetch the texts of articles bookmarked without it.
  if (shown) effects.push({ type: 'fetch-texts', asked: false });
  if (shown) effects.push(...renew(state, first));
  // On a first start everything is new, which needs no notice. That nothing is new is shown when all have
  // answered.
  const tell = shown && first.list.items.length > 0 && added > 0;
  if (shown && problems > 0) {
    const label = tabOf(quiet, section)?.label ?? section;
    return [notify(quiet, 'notice.partly', { label, added, problems }, 'alert'), effects];
  }
  return [tell ? notify(quiet, 'notice.refreshed', { added }) : quiet, effects];
}

/** How old the news may grow of sections that are in the bar and not being read, in ms. */
const UNREAD_LONG = 30 * MINUTE;

/**
 * Refreshes without a key: the sections being read, the one on screen first, and the others of the bar that
 * were not asked for half an hour. Does nothing offline or in the sample edition.
 */
export function refreshDue(state: State): Step {
  if (state.offline || state.edition.kind === 'sample') return stay(state);
  const read = sectionsBeingRead(state);
  const others = state.sections.filter(
    ({ name, refreshedAt }) => !read.includes(name) && !isRecent(refreshedAt, state.now, UNREAD_LONG),
  );
  const sections = [...read, ...others.map(({ name }) => name)];
  return withEffects(state, { type: 'refresh', sections, asked: false });
}

/**
 * One notice for the failed sections of the bar, without the one on screen, which shows its own failure. It
 * replaces any other notice but an alert.
 */
function toldOfFailures(state: State, { done }: Extract<Event, { type: 'refreshed-all' }>): State {
  const others = done.filter(
    ({ section, failure }) =>
      failure !== null &&
      section !== state.screens[0].section &&
      state.sections.some(({ name }) => name === section),
  );
  const failure = others[0]?.failure;
  if (failure == null || state.notice?.tone === 'alert' || state.edition.kind === 'sample') return state;
  const params = { count: others.length, reason: reasonOf(state, failure) };
  return notify(state, 'notice.sections-failed', params, 'alert');
}

/** The result of all feeds asked for together: the new headlines of any of them. */
export function refreshedAll(state: State, event: Extract<Event, { type: 'refreshed-all' }>): State {
  const told = toldOfFailures(state, event);
  if (told !== state || !event.asked || state.notice?.tone === 'alert') return told;
  // A new feed may have its tab where the bar has no room.
  if (state.notice?.key === 'feeds.added') return state;
  const { section, list } = state.screens[0];
  const { done } = event;
  const own = done.find((each) => each.section === section);
  const isAmong = own !== undefined || section === FOLLOWING.name;
  if (!isAmong || own?.failure || list.items.length === 0) return state;
  const added = done.reduce((sum, each) => sum + each.added, 0);
  // What came into other sections is not at the top of this one's list.
  const isHere = section === 'total' || added === own?.added;
  return notify(state, isHere ? 'notice.refreshed' : 'notice.refreshed-all', { added });
}

/** Another edition: everything begins again, but the reader's section stays. */
export function editionOpened(state: State, edition: State['edition']): Step {
  const { section, unreadOnly, withMuted } = state.screens[0];
  const first: HeadlinesScreen = {
    kind: 'headlines',
    section,
    list: NO_LIST,
    unreadOnly,
    withMuted,
    muted: 0,
    search: null,
    left: {},
  };
  const forget = (tab: SectionTab): SectionTab => ({
    ...tab,
    unread: 0,
    refreshedAt: null,
    refreshing: false,
    lastFailure: null,
  });
  const tabs = [...state.sections, ...state.moreSections].map(forget);
  const listed = state.settings.sections;
  // Its own words decide whether headlines are followed.
  const bar = tabsOf(barOf({ listed, watches: false, section }), state.language, tabs);
  const { sections } = bar;
  const next: State = {
    ...state,
    edition,
    ...bar,
    words: NO_WORDS,
    screens: [first],
    notice: state.notice?.isWarning ? state.notice : null,
  };
  return withEffects(
    next,
    reload(first),
    { type: 'load-sections' },
    {
      type: 'refresh',
      sections: [section, ...sections.map(({ name }) => name).filter((name) => name !== section)],
      asked: false,
    },
  );
}
