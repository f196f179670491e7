import type { Readable } from 'node:stream';
import { Failure } from '../../failure.ts';

/** The longest line that is taken, in UTF-16 units: no query is, and a device without an end has no line ends either. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream in UTF-8, without their ends (`\n`, `\r\n`), as they come.
 * @throws Failure too-large for a line that does not end
 */
export async function* linesOf(stream: Readable, longest: number = LONGEST_LINE): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.replace(/\r$/, '');
    if (rest.length > longest) throw new Failure('too-large', { limit: longest / 1_000_000 });
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
