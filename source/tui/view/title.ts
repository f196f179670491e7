import { say } from '../../messages/index.ts';
import { sectionLabel } from '../../sections.ts';
import { type State, topScreen } from '../state/state.ts';

/** The longest title, in UTF-16 units: windows show no more. */
const LONGEST = 120;

/** The terminal's title: the headline being read, else the section, before the paper's name. Its texts are sanitised lines. */
export function windowTitle(state: State): string {
  const screen = topScreen(state);
  const on =
    screen.kind === 'article'
      ? screen.headline.title
      : sectionLabel(state.screens[0].section, state.language);
  const text = [on.slice(0, LONGEST), say(state.language, 'screen.name')].filter(Boolean).join(' · ');
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, '');
}
