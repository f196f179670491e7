import { Failure } from '../../failure.ts';

/** The formats that bookmarks are written in and read from. */
export const FORMATS = ['json', 'markdown', 'html'] as const;

export type Format = (typeof FORMATS)[number];

const OF_EXTENSION: Readonly<Record<string, Format>> = {
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** The format that a file's name says; null if it says none. */
export function formatOfName(name: string): Format | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(OF_EXTENSION, extension) ? OF_EXTENSION[extension]! : null;
}

/** The format that a text begins like. */
export function formatOfText(text: string): Format {
  const first = text.trimStart()[0];
  if (first === '{' || first === '[')
    return text.trimStart().startsWith('[') && isLink(text) ? 'markdown' : 'json';
  return first === '<' ? 'html' : 'markdown';
}

const isLink = (text: string): boolean => /^\s*\[[^\]\n]*\]\(/.test(text);

/** Why a file cannot be taken in; a message names each. */
export type Broken = 'syntax' | 'shape' | 'link' | 'time' | 'cut-off' | 'no-bookmarks';

/** Thrown by the readers of the formats: nothing is taken in of a file that is broken anywhere. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  /** Counted from 1. */
  readonly line: number;
  readonly why: Broken;

  constructor(line: number, why: Broken) {
    super(`line ${line}: ${why}`);
    this.line = line;
    this.why = why;
  }

  /** The failure that a person is shown for a file of this name. */
  failure(path: string): Failure {
    return new Failure('broken-import', { path, line: this.line, why: this.why }, this);
  }
}

/** Thrown for a file of a version that this program does not know. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile';
}

/** The line, from 1, that an offset into a text stands on. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The last line with anything on it. */
export const lastLine = (text: string): number => lineAt(text, text.trimEnd().length);
