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
import { notify, popTo, push, putTop, stay, withEffects } from '../steps.ts';
import { headlineOf } from './headline-actions.ts';

/** `p`: asks for a command, beginning with that of the setting `pipe`. */
export function beginPipe(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  const { pipe, 'pipe-format': format } = state.settings;
  return stay(push(state, { kind: 'pipe', headline, field: fieldWith(pipe === 'ask' ? '' : pipe), format }));
}

export const pipeTyped = (state: State, screen: PipeScreen, field: TextField): Step =>
  stay(putTop(state, { ...screen, field }));

/** Tab: the next thing that the command may be given. */
export function stepFormat(state: State, screen: PipeScreen, by: 1 | -1): Step {
  const at = ARTICLE_FORMATS.indexOf(screen.format) + by + ARTICLE_FORMATS.length;
  return stay(putTop(state, { ...screen, format: ARTICLE_FORMATS[at % ARTICLE_FORMATS.length]! }));
}

/** Enter runs the command. It stands in the prompt the next time if it worked. */
export function acceptPipe(state: State, { headline, field, format }: PipeScreen): Step {
  const [left] = popTo(state, state.screens.length - 1);
  const command = field.text.trim();
  if (command === '') return stay(left);
  const commands = [command, ...state.commands.filter((each) => each !== command)];
  const keep = { pipe: command, 'pipe-format': format };
  return withEffects({ ...left, commands }, { ...pipeOf(left, headline, command, format), keep });
}

function pipeOf(state: State, headline: Headline, command: string, format: ArticleFormat) {
  const { language, settings } = state;
  const { hanja } = settings;
  const columns = settings.width;
  return { type: 'pipe', headline, command, format, language, hanja, columns, keep: null } as const;
}

/** A command ended: one that was typed and worked is offered from now on. */
export function piped(state: State, { params, keep }: Extract<Event, { type: 'piped' }>): Step {
  if (params.ending !== null) return stay(notify(state, 'notice.pipe-failed', params, 'alert'));
  const told = notify(state, 'notice.piped', params);
  const settings = { ...told.settings, ...keep };
  const { pipe, 'pipe-format': format } = state.settings;
  if (keep === null || (settings.pipe === pipe && settings['pipe-format'] === format)) return stay(told);
  return withEffects({ ...told, settings }, { type: 'keep-setting', setting: keep });
}

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
