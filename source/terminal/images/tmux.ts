/**
 * A sequence for the terminal around tmux (tmux(1), allow-passthrough): wrapped in a DCS, its escapes doubled, tmux
 * hands it on as it is.
 */
export function throughTmux(sequence: string): string {
  return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
}
