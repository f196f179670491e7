/** Events that are no keys: answers, the clock, another size. */
import { MINUTE } from '../../clock.ts';
import { Failure } from '../../failure.ts';
import type { Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { Screen } from '../state/screens.ts';
import { NOTICE_TIME, type State, tabOf, topScreen } from '../state/state.ts';
import { corrected, historyCame } from './article/changes.ts';
import { answered, noted, notesAgain, relatedFound } from './article/open-article.ts';
import { previewed } from './desk.ts';
import { followChoices, followed } from './follow-this.ts';
import { inSight } from './in-sight.ts';
import { pageSettled } from './input/held-keys.ts';
import { keepSession } from './kept-session.ts';
import { editBegun } from './list/edit-bookmark.ts';
import { piped } from './list/hand-over.ts';
import { withFollowing } from './list/headlines.ts';
import { type Act, bookmarksLoaded, found, loaded, reloads, settled } from './list/list-answers.ts';
import { gathered, wasSetApart } from './list/stories.ts';
import { wordSet } from './list/watching.ts';
import { dayCame } from './pages/day.ts';
import { photosArrived, redrawn } from './photos.ts';
import {
  editionOpened,
  NO_CONNECTION,
  refreshDue,
  refreshed,
  refreshedAll,
  withFacts,
  withTab,
} from './refresh.ts';
import { settingNotKept } from './settings/change.ts';
import { otherFeedsChanged } from './settings/other-feeds.ts';
import {
  andThen,
  notify,
  placesOf,
  putTop,
  reasonOf,
  remark,
  showAddress,
  stay,
  warn,
  withEffects,
} from './steps.ts';

type Happening = Exclude<Event, { type: 'key' | 'paste' | 'mouse' }>;

export function happened(state: State, event: Happening, act: Act): Step {
  switch (event.type) {
    case 'resize':
      return stay(redrawn(inSight({ ...state, size: event.size })));
    case 'tick':
      return ticked(state, event.now);
    case 'loaded':
      return loaded(state, event, act);
    case 'gathered':
      return gathered(state, event);
    case 'bookmarks':
      return bookmarksLoaded(state, event, act);
    case 'bookmark-edited':
      return andThen(withBookmarks(state), (next) => withEffects(next, ...notesAgain(next)));
    case 'noted':
      return stay(noted(state, event.bookmark));
    case 'look-due':
      return withEffects(state, { type: 'look' });
    case 'refresh-due':
      return refreshDue(state);
    case 'found':
      return stay(found(state, event));
    case 'search-settled':
      return stay(settled(state, event));
    case 'sections':
      return stay({ ...withFacts(withFollowing(state, event.words), event.facts), words: event.words });
    case 'other-feeds-changed':
      return otherFeedsChanged(state);
    case 'changed':
      return withEffects(state, { type: 'load-sections' }, ...reloads(state));
    case 'kept':
    case 'opened':
      return stay(answered(state, event));
    case 'corrected':
      return stay(corrected(state, event));
    case 'day':
      return dayCame(state, event);
    case 'history':
      return stay(historyCame(state, event));
    case 'related':
      return stay(relatedFound(state, event));
    case 'refreshing':
      return stay(withTab(state, event.section, { refreshing: true }));
    case 'refreshed':
      return refreshed(state, event);
    case 'refreshed-all':
      return stay(refreshedAll(state, event));
    case 'waited':
      return event.empty && state.edition.kind === 'live'
        ? withEffects(state, { type: 'open-sample', why: whyNothing(state) })
        : stay(state);
    case 'edition':
      return editionOpened(state, event.edition);
    case 'live-arrived':
      return stay(notify(state, 'notice.live-arrived'));
    case 'live-failed':
      return stay(
        notify(withTab(state, state.screens[0].section, { refreshing: false }), 'notice.live-failed', {
          reason: reasonOf(state, event.failure),
        }),
      );
    case 'marked':
      return [marked(state, event), [{ type: 'load-sections' }]];
    case 'bookmarked':
      return withBookmarks(
        notify(remark(state, new Set([event.id]), { bookmarked: true }), 'notice.bookmarked'),
      );
    case 'page-settled':
      return stay(pageSettled(state));
    case 'setting-not-kept':
      return stay(settingNotKept(state, event));
    case 'text-missing':
      return stay(textMissing(state, event.failure));
    case 'unbookmarked': {
      const done = remark(state, new Set([event.id]), { bookmarked: false });
      return withBookmarks(event.bookmark === null ? done : notify(done, 'notice.unbookmarked'));
    }
    case 'bookmark-failed': {
      const { id, bookmarked, failure } = event;
      return stay(failed(remark(state, new Set([id]), { bookmarked }), failure));
    }
    case 'piped':
      return piped(state, event);
    case 'edit-begun':
      return stay(editBegun(state, event));
    case 'follow-choices':
      return stay(followChoices(state, event));
    case 'followed':
      return followed(state, event);
    case 'set-apart':
      return wasSetApart(state, event);
    case 'word-set':
      return wordSet(state, event);
    case 'previewed':
      return stay(previewed(state, event));
    case 'photo':
    case 'picture':
    case 'photos-gone':
    case 'photos-in-text':
      return photosArrived(state, event);
    case 'warned':
      return stay(warn(state, event.warning));
    case 'notice':
      return stay(notify(state, event.key, event.params, event.tone));
    case 'voice-ended':
      return stay(state.notice?.key === 'notice.speaking' ? notify(state, 'notice.voice-ended') : state);
    case 'address':
      return stay(showAddress(state, event));
    case 'undone':
      return undone(state, event);
    case 'failed':
      return stay(failed(state, event.failure));
  }
}

/**
 * Why nothing has come yet: the failure of a server, of the section on screen rather than another; else that
 * it is slow.
 */
function whyNothing(state: State): Failure {
  const tabs = [tabOf(state, state.screens[0].section), ...state.sections];
  return tabs.find((tab) => tab?.lastFailure)?.lastFailure?.why ?? new Failure('timeout');
}

function failed(state: State, failure: Failure): State {
  return notify(state, `failure.${failure.code}`, failure.details, 'alert');
}

/** A minute that is over changes ages; between two of them nothing on screen would. */
function ticked(state: State, now: number): Step {
  const { notice } = state;
  // After the clock was set back, a notice could stand for hours: one with too much time left counts as
  // expired.
  const expired =
    notice !== null &&
    (now >= notice.until || (Number.isFinite(notice.until) && notice.until - now > NOTICE_TIME));
  const sameMinute = Math.floor(now / MINUTE) === Math.floor(state.now / MINUTE);
  const next = sameMinute && !expired ? state : { ...state, now, notice: expired ? null : state.notice };
  // The reader's place is kept while reading too: the program may end without another key.
  return withEffects(next, ...placesOf(topScreen(next)), keepSession(next), { type: 'look' });
}

function marked(state: State, event: Extract<Event, { type: 'marked' }>): State {
  const { asked, ids, read } = event;
  const done = remark(state, new Set(asked), { read });
  if (ids.length === 0) return read ? notify(done, 'notice.all-read') : done;
  return notify(done, read ? 'notice.marked-read' : 'notice.marked-unread', { count: ids.length });
}

/** A notice of something newer stays. */
function textMissing(state: State, failure: Failure): State {
  if (state.notice !== null && state.notice.key !== 'notice.bookmarked') return state;
  return NO_CONNECTION.includes(failure.code)
    ? notify(state, 'notice.bookmarked-offline')
    : notify(state, 'notice.bookmarked-bare', { reason: reasonOf(state, failure) });
}

function withBookmarks(state: State): Step {
  const open = state.screens.some(({ kind }: Screen) => kind === 'bookmarks');
  return open ? withEffects(state, { type: 'load-bookmarks' }) : stay(state);
}

/** The last act was taken back, or there was a reason against it. */
function undone(state: State, event: Extract<Event, { type: 'undone' }>): Step {
  const { key, params, marked, reload, back } = event;
  const { ids = [], ...marks } = marked ?? {};
  const told = notify(remark(state, new Set(ids), marks), key, params);
  const screen = topScreen(told);
  const done =
    back !== undefined && 'list' in screen
      ? putTop(told, { ...screen, list: { ...screen.list, awaited: back } })
      : told;
  return withEffects(done, { type: 'load-sections' }, ...(reload ? reloads(done) : []));
}
