import { expect, test } from 'vitest';
import { otherForms } from '../../source/korean/inflection/endings.ts';
import { withoutParticles } from '../../source/korean/inflection/particles.ts';
import { jamo } from '../../source/korean/jamo.ts';
import { englishMeant } from '../../source/korean/keyboard.ts';
import { isSurnameAt, surnameHanja } from '../../source/korean/surnames.ts';
import { foldAccents } from '../../source/text/accents.ts';
import { heldOutSet, type QuerySet, tuningSet } from '../bench/query-sets.ts';

/**
 * Whether a word, or a word that it may be a form of, stands in a title: the reach of a search by these
 * forms.
 */
function reaches(word: string, title: string): boolean {
  const plain = foldAccents(title);
  const words = jamo(plain);
  const forms = [word, ...withoutParticles(word), ...otherForms(word)];
  return (
    forms.some((form) => words.includes(jamo(form))) ||
    plain.includes(englishMeant(word) ?? '\0') ||
    surnameHanja(word).some((hanja) =>
      [...title].some((char, at) => char === hanja && isSurnameAt(title, at)),
    )
  );
}

/** The least share that the second table of the search's figures asks of each kind, in percent. */
const WANTED = {
  'a particle on a word': 99,
  'a particle, beside another word': 99,
  'another particle than the title’s': 98,
  'another ending': 92,
  'a full name for a Hanja surname': 98,
  'English with the IME on': 99,
  'accents left out': 100,
};

function percentReached({ queries }: QuerySet, kind: string): number {
  const asked = queries.filter((query) => query.kind === kind);
  const reached = asked.filter(({ text, title }) => text.split(' ').every((word) => reaches(word, title)));
  return (100 * reached.length) / asked.length;
}

test.each(
  [tuningSet(), heldOutSet()].flatMap((set) =>
    Object.entries(WANTED).map(([kind, least]) => [set, kind, least] as const),
  ),
)('the forms of a query reach its headline: $1 (%#)', (set, kind, least) => {
  expect(percentReached(set, kind)).toBeGreaterThanOrEqual(least);
});
