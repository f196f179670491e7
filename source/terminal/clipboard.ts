/**
 * The sequence that has a terminal put a text on the clipboard (OSC 52), which works over ssh too; inside tmux
 * and screen it is passed through to the terminal around them. The text must be sanitised.
 */
export function clipboardSequence(text: string, env: NodeJS.ProcessEnv): string {
  const sequence = `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
  if (env.TMUX !== undefined) return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
  if (env.TERM?.startsWith('screen')) return `\x1bP${sequence}\x1b\\`;
  return sequence;
}
