import type { State } from '../state/state.ts';
import { keepVisible, listGeometry } from '../view/layout/list.ts';
import { putScreen } from './steps.ts';

/** Lists that have another shape now keep the selected headline in sight. */
export function inSight(state: State): State {
  return state.screens.reduce((next, screen, index) => {
    if (!('list' in screen)) return next;
    return putScreen(next, index, { ...screen, list: keepVisible(screen.list, listGeometry(next, screen)) });
  }, state);
}
