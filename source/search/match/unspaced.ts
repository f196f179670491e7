import { isConsonant, jamo } from '../../korean/jamo.ts';
import { compose } from '../../korean/keyboard.ts';
import { BEGINS, ENDS } from '../query/normalise.ts';
import { type Column, eachPlace, GO_ON, jamoAt, NEXT_ROW, narrow, type OnHit, unitsAlong } from './column.ts';

/** Two words of a row, typed as one; and one with the beginning of another. Above every slip. */
const BOTH = 0.58;
const BEGUN = 0.54;

const SHORTEST_FIRST = 2;

/** A word that may lack a space: syllables, letters and digits, the last syllable perhaps just begun. */
const UNSPACED = /^[가-힣a-z0-9]{2,}[ㄱ-ㅎ]?$/;

/** The first syllables of particles: they may stand behind a word without being part of it. */
const PARTICLES = new Set('은는이가을를의에도와과로으만까부서');

/** A way to take a word for two. */
interface Cut {
  readonly first: string;
  readonly second: string;
  /** The beginning of the second word, in narrowed jamo: its end may be unfinished. */
  readonly rest: string;
  /** Less than two syllables of the second: they stand somewhere in nearly every row. */
  readonly begun: boolean;
}

/** Units of a row, first and last. */
type UnitRange = [first: number, last: number];

/** A missing space: the word's two parts stand apart in the row, in any order. Calls back with both. */
export function findParts(typed: string, column: Column, tell: OnHit): void {
  const cuts = cutsOf(typed);
  // The first part begins like this at every cut.
  const beginning = cuts[0]?.first.slice(0, SHORTEST_FIRST) ?? '';
  // A row in which the first part stands at every place is looked through once for each second part.
  let rowOf = -1;
  const places = new Map<string, UnitRange[]>();
  eachPlace(column.text, column.starts, beginning, (row, at) => {
    if (row !== rowOf) places.clear();
    rowOf = row;
    for (const { first, rest, begun } of cuts) {
      if (!column.text.startsWith(first, at)) continue;
      const last = at + first.length - 1;
      if (begun && !isWord(column, at, last)) continue;
      const known = places.get(rest) ?? placesOf(rest, column, row);
      places.set(rest, known);
      const second = secondPart(known, at, last);
      if (second === null) continue;
      const worth = begun ? BEGUN : BOTH;
      tell(row, worth, at, last);
      tell(row, worth, ...second);
      return NEXT_ROW;
    }
    return GO_ON;
  });
}

/** Cuts with two syllables of the second word come before those with fewer, and longer first words before shorter. */
export function cutsOf(typed: string): Cut[] {
  if (!UNSPACED.test(typed)) return [];
  const units = [...typed];
  const whole = isConsonant(units.at(-1)!) ? units.length - 1 : units.length;
  const cuts: Cut[] = [];
  let rest = '';
  for (let cut = units.length - 1; cut >= SHORTEST_FIRST; cut -= 1) {
    rest = narrow(jamo(units[cut]!)) + rest;
    cuts.push({ first: typed.slice(0, cut), second: typed.slice(cut), rest, begun: whole - cut < 2 });
  }
  // The second's first consonant may have been caught by the first's last syllable: 현대차이 passes through 현대창.
  const caught = jamo(units.at(-1)!);
  if (caught.length > 1 && isConsonant(caught.at(-1)!)) {
    const first = typed.slice(0, -1) + compose([...caught.slice(0, -1)]);
    cuts.push({ first, second: caught.at(-1)!, rest: narrow(caught.at(-1)!), begun: true });
  }
  // A number stays with its unit: 20일 is not 20 and the beginning of 일정.
  const plausible = cuts.filter(({ first, begun }) => !begun || !/^\d+$/.test(first));
  return plausible.sort((one, other) => Number(one.begun) - Number(other.begun));
}

function isWord({ text, edges }: Column, first: number, last: number): boolean {
  return (
    (edges[first]! & BEGINS) !== 0 && ((edges[last]! & ENDS) !== 0 || PARTICLES.has(text[last + 1] ?? ''))
  );
}

/** The places of jamo in a row, ascending. A single jamo has to begin a word. */
function placesOf(rest: string, column: Column, row: number): UnitRange[] {
  const start = column.jamo.starts[row]!;
  const line = column.jamo.text.slice(start, column.jamo.starts[row + 1]!);
  const [firstUnit, lastUnit] = [unitsAlong(column, row), unitsAlong(column, row)];
  const places: UnitRange[] = [];
  for (let at = line.indexOf(rest); at >= 0; at = line.indexOf(rest, at + 1)) {
    const first = firstUnit(start + at);
    if (rest.length === 1 && !beginsWord(column, row, first, start + at)) continue;
    places.push([first, lastUnit(start + at + rest.length - 1)]);
  }
  return places;
}

/** The first of the places behind some units or, if none is there, the first before them. */
function secondPart(places: readonly UnitRange[], first: number, last: number): UnitRange | null {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]![0] > last) to = middle;
    else from = middle + 1;
  }
  const earliest = places[0];
  return places[from] ?? (earliest !== undefined && earliest[1] < first ? earliest : null);
}

function beginsWord(column: Column, row: number, unit: number, place: number): boolean {
  return (column.edges[unit]! & BEGINS) !== 0 && jamoAt(column, row, unit) === place;
}
