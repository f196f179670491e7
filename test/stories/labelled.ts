// Turns the notation of the labelled set into documents.
//
// EVENTS: `# section hour` begins an event, `=` a headline of it, `-` a sentence of its pieces. Families: `@
// section hour`, `%` the slots {1} {2} … of one event, `=` headlines, `-` sentences; {n} and {m} are numbers
// that an event keeps. Pieces of one event differ: each has about three of its sentences.
import type { StoryDocument } from '../../source/stories/documents.ts';
import { random } from '../support/headlines.ts';
import * as heldBack from './labelled-held-back.ts';
import * as tuning from './labelled-tuning.ts';

export interface Labelled extends StoryDocument {
  /** The event that the text is about. */
  readonly event: string;
  /** `event`, or the family's first headline: the kind of likeness that could lead astray. */
  readonly kind: string;
}

interface Source {
  readonly EVENTS: string;
  readonly EVENT_FAMILIES: string;
  readonly SINGLE_FAMILIES: string;
}

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-20T00:00:00+09:00');
/** The hours between the pieces of an event: a flash, the whole, the next morning's paper. */
const LATER = [0, 2, 9, 22, 26];
/** Sentences a lead has: some 160 to 320 characters with the event's own numbers. */
const SENTENCES = 3;

interface Told {
  readonly kind: string;
  readonly section: string;
  readonly hour: number;
  readonly titles: readonly string[];
  readonly facts: readonly string[];
}

function readEvents(text: string): Told[] {
  return text
    .trim()
    .split(/^# /m)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [section = '', hour = '0'] = head.split(' ');
      return { kind: 'event', section, hour: Number(hour), ...readLines(lines) };
    });
}

function readLines(lines: readonly string[]): { titles: string[]; facts: string[] } {
  const of = (mark: string): string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  // 金(금) marks the reading for another test's sake; a headline has the Hanja alone.
  return {
    titles: of('= ').map((title) => title.replace(/([\u3400-\u9fff])\([가-힣]\)/g, '$1')),
    facts: of('- '),
  };
}

/** The hours between two events of a family. */
function readFamilies(text: string, next: () => number): Told[] {
  return text
    .trim()
    .split(/^@ /m)
    .filter((block) => block.trim() !== '')
    .flatMap((block) => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [section = '', every = '0'] = head.split(' ');
      const { titles, facts } = readLines(lines);
      const events = lines.filter((line) => line.startsWith('% ')).map((line) => line.slice(2).split('|'));
      return events.map((slots, index) => {
        const numbers = {
          n: String(10 + Math.floor(next() * 80)),
          m: String(100 + Math.floor(next() * 900)),
        };
        const fill = (line: string): string =>
          line.replace(
            /\{(\w)\}/g,
            (_, slot: string) => slots[Number(slot) - 1] ?? numbers[slot as 'n' | 'm'],
          );
        return {
          kind: titles[0]!,
          section,
          hour: Number(every) * (index + 1),
          titles: titles.map(fill),
          facts: facts.map(fill),
        };
      });
    });
}

function documentsOf(name: string, source: Source, seed: number): Labelled[] {
  const next = random(seed);
  const told = [
    ...readEvents(source.EVENTS),
    ...readFamilies(source.EVENT_FAMILIES, next),
    ...readFamilies(source.SINGLE_FAMILIES, next),
  ];
  const documents = told.flatMap(({ kind, section, hour, titles, facts }, event) =>
    titles.map((title, piece) => ({
      id: `${name}-${event}-${piece}`,
      title,
      lead: leadOf(facts, piece, next),
      section,
      publishedAt: BEGIN + (hour + LATER[piece % LATER.length]!) * HOUR,
      event: `${name}-${event}`,
      kind,
    })),
  );
  return documents.sort((one, other) => one.publishedAt - other.publishedAt);
}

/** A flash has two sentences; a later piece leaves out one of the first and adds newer ones. */
function leadOf(facts: readonly string[], piece: number, next: () => number): string {
  if (piece === 0) return facts.slice(0, 2).join(' ');
  const from = Array.from({ length: SENTENCES }, (_, index) => facts[(piece + index) % facts.length]!);
  if (next() < 0.5) from.reverse();
  return [...new Set(from)].join(' ');
}

export const tuningDocuments = (): Labelled[] => documentsOf('tuning', tuning, 3);
export const heldBackDocuments = (): Labelled[] => documentsOf('held-back', heldBack, 4);

/** Pieces of each family with other names and figures, as they stood in the archive in the weeks before. */
const EARLIER = 8;

function earlierOf(source: Source, seed: number): StoryDocument[] {
  const next = random(seed);
  const syllable = (): string => String.fromCharCode(0xac00 + Math.floor(next() * 11_172));
  const renamed = (slot: string): string =>
    slot
      .replace(/[0-9]/g, () => String(Math.floor(next() * 10)))
      .replace(/^[가-힣]{2}/, () => syllable() + syllable());
  const rename = (text: string): string =>
    text.replace(/^% .*$/gm, (line) => `% ${line.slice(2).split('|').map(renamed).join('|')}`);
  const families = source.EVENT_FAMILIES + source.SINGLE_FAMILIES;
  return Array.from({ length: EARLIER }, () => readFamilies(rename(families), next)).flatMap((told, week) =>
    told.flatMap(({ titles, facts }, event) =>
      titles.slice(0, 1).map((title) => ({
        id: `earlier-${week}-${event}`,
        title,
        lead: facts.slice(0, 3).join(' '),
        publishedAt: BEGIN - (week + 1) * 7 * 24 * HOUR,
      })),
    ),
  );
}

/** Texts that the archive held before, for how often stems stand in it. */
export const earlierDocuments = (): StoryDocument[] => [...earlierOf(tuning, 5), ...earlierOf(heldBack, 6)];
