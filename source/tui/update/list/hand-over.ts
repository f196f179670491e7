/** Handing an article to programs of the reader's own: by a command typed, or by one with a key; and saving it. */
import type { Headline } from '../../../model.ts';
import {
  ARTICLE_FORMATS,
  type ArticleFormat,
  type NamedCommand,
} from '../../../storage/config/named-commands.ts';
import { fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { PipeScreen, Screen } from '../../state/screens.ts';
import { type State, topScreen } from '../../state/state.ts';
import { withNewest } from '../remember-search.ts';
import { notify, popTo, push, putTop, stay, withEffects } from '../steps.ts';
import { headlineOf } from './headline-actions.ts';

/** `p`: asks for a command. That of the setting `pipe` is offered: Enter runs it, and typing replaces it. */
export function beginPipe(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  const { pipe, 'pipe-format': format } = state.settings;
  const field = fieldWith(pipe === 'ask' ? '' : pipe);
  return stay(push(state, { kind: 'pipe', headline, field, isOffered: field.text !== '', format }));
}

export const pipeTyped = (state: State, screen: PipeScreen, field: TextField): Step =>
  stay(putTop(state, { ...screen, field, isOffered: false }));

/** Tab: the next thing that the command may be given. */
export function stepFormat(state: State, screen: PipeScreen, by: 1 | -1): Step {
  const at = ARTICLE_FORMATS.indexOf(screen.format) + by + ARTICLE_FORMATS.length;
  return stay(putTop(state, { ...screen, format: ARTICLE_FORMATS[at % ARTICLE_FORMATS.length]! }));
}

/** Enter runs the command, and Ctrl-p brings it back the next time. */
export function acceptPipe(state: State, { headline, field, format }: PipeScreen): Step {
  const [left] = popTo(state, state.screens.length - 1);
  const command = field.text.trim();
  if (command === '') return stay(left);
  const commands = withNewest(state.commands, command);
  return withEffects({ ...left, commands }, pipeOf(left, headline, command, format));
}

function pipeOf(state: State, headline: Headline, command: string, format: ArticleFormat) {
  const { language, settings } = state;
  const { hanja } = settings;
  const columns = settings.width;
  return { type: 'pipe', headline, command, format, language, hanja, columns } as const;
}

/** A command ended. */
export const piped = (state: State, { params }: Extract<Event, { type: 'piped' }>): Step =>
  stay(
    params.ending === null
      ? notify(state, 'notice.piped', params)
      : notify(state, 'notice.pipe-failed', params, 'alert'),
  );

/**
 * Runs one of the reader's own commands on the selection of the screen on top; null without a selection, or
 * without a command.
 */
export function runNamed(state: State, found: NamedCommand | null): Step | null {
  const headline = headlineOf(topScreen(state));
  if (headline === null || found === null) return null;
  const format = found.format ?? state.settings['pipe-format'];
  return withEffects(state, pipeOf(state, headline, found.run, format));
}

/** `E`: saves the article to a file. */
export function save(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  return withEffects(state, { type: 'save', headline, folder: state.settings['save-folder'], at: state.now });
}
