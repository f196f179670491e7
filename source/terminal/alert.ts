/** An alert for a reader who looks elsewhere, by the terminal's own means. */
import { throughTmux } from './images/tmux.ts';

/** The ways: BEL, or a desktop notification by iTerm2's OSC 9, urxvt's OSC 777 or kitty's OSC 99. */
export type AlertWay = 'bell' | 'osc9' | 'osc777' | 'osc99';

/** The longest text that is sent, in UTF-16 units: terminals show no more, and some drop longer ones. */
const LONGEST = 200;

/** The sequence that makes the terminal alert; `text` is a sanitised line. Inside tmux it goes through to the terminal around it. */
export function alertSequence(
  way: AlertWay,
  title: string,
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  // A bell is tmux's own matter: it marks the window and hands it on as its options say.
  if (way === 'bell') return '\x07';
  const short = text.slice(0, LONGEST);
  const sequence =
    way === 'osc9'
      ? // The title comes first: ConEmu takes `9;` and a number for commands of its own.
        `\x1b]9;${title}: ${short}\x1b\\`
      : way === 'osc777'
        ? `\x1b]777;notify;${title.replaceAll(';', ',')};${short.replaceAll(';', ',')}\x1b\\`
        : // The payload is UTF-8 (https://sw.kovidgoyal.net/kitty/desktop-notifications/).
          `\x1b]99;;${title}: ${short}\x1b\\`;
  return env.TMUX ? throughTmux(sequence) : sequence;
}
