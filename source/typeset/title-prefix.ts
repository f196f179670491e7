import { startRun } from '../text/runs.ts';
import { type Span, span } from './rows.ts';

/** A title between its bracketed prefix, `[단독]`, and suffix. */
export interface TitleParts {
  /** The prefix with its brackets and the spaces behind it; empty if there is none. */
  readonly prefix: string;
  readonly rest: string;
  /** The part in brackets behind the title, with the spaces before it: ` [만화경]`, `(종합)`; empty without one. */
  readonly suffix: string;
  /** The kind of the prefix: a column's name, or a word on the news such as 속보. */
  readonly kind: 'news' | 'column';
}

/** Prefixes that say something of a piece of news; any other one names a column: [횡설수설/이름], [광화문에서]. */
const ON_NEWS =
  /^(?:단독|속보|긴급|특보|종합\d?보?|\d보|영상|동영상|포토|사진|화보|그래픽|르포|현장|인터뷰|전문|팩트체크|부고|인사|알림|공고|정정|바로잡습니다|사설|AD|게시판)$/;

/** A series or column in square brackets, or the kind of report in round ones: (종합), (2보), (영상). */
const SUFFIX =
  /(?:\[[^[\]]{1,24}\]|【[^【】]{1,24}】|\((?:종합\d?보?|\d보|영상|동영상|사진|화보|포토|전문|속보)\))$/;
const PREFIX = /(?:\[[^\]]{1,24}\]|【[^】]{1,24}】)\s*/y;

/**
 * A prefix in pieces. The kind of piece in it is text, and only its brackets are coloured; a column's name
 * looks different as a whole.
 */
export function prefixSpans(prefix: string, kind: TitleParts['kind']): Span[] {
  if (kind === 'column') return prefix === '' ? [] : [span(prefix, 'column')];
  return prefix
    .split(/([[\]【】])/)
    .filter((part) => part !== '')
    .map((part) => span(part, /[[\]【】]/.test(part) ? 'bracket' : 'strong'));
}

/** A suffix with the spaces around it; empty for a title that has none, or nothing before it. */
function suffixOf(title: string): string {
  const found = SUFFIX.exec(title.trimEnd());
  const rest = title.slice(0, found?.index ?? 0).trimEnd();
  return rest === '' ? '' : title.slice(rest.length);
}

/** Parts a title at its prefixes: [단독], [속보], [사설], [횡설수설/이름], 【…】. The three join to the title again. */
export function titleParts(title: string): TitleParts {
  const prefix = title.slice(0, startRun(title, PREFIX));
  if (prefix.length === title.length) return { prefix: '', rest: title, suffix: '', kind: 'news' };
  const suffix = suffixOf(title.slice(prefix.length));
  const rest = title.slice(prefix.length, title.length - suffix.length);
  if (prefix === '') return { prefix, rest, suffix, kind: 'news' };
  const words = prefix.split(/[[\]【】]/).filter((part) => part.trim() !== '');
  const kind = words.some((word) => !ON_NEWS.test(word.trim())) ? 'column' : 'news';
  return { prefix, rest, suffix, kind };
}

/** The column or series that a title names before or behind it, without its writer: 횡설수설 of [횡설수설/이름]. Null for none. */
export function columnIn(title: string): string | null {
  const { prefix, suffix } = titleParts(title);
  const names = [...prefix.matchAll(BRACKETED), ...suffix.matchAll(BRACKETED)].map(([, name = '']) =>
    name.split('/', 1)[0]!.trim(),
  );
  return names.find((name) => name !== '' && !ON_NEWS.test(name)) ?? null;
}

const BRACKETED = /[[【]([^[\]【】]*)[\]】]/g;
