import { parseKoreanTime } from '../korean/times.ts';
import type { Headline } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import type { SearchOptions } from './headline-search.ts';
import { segmentOf } from './indexed-search.ts';
import { findEntries, type Result } from './match/engine.ts';
import { type Segment, sectionsOf } from './match/segment.ts';
import { isEmpty, parseQuery } from './query/query.ts';

/** Finds a few headlines, some hundreds, by title, summary and section, best first. An empty query finds nothing. */
type SearchAmong = (headlines: readonly Headline[], text: string, options: SearchOptions) => Result[];

/** A search among given headlines that sets them up again only if they have changed since the last query. */
export function createSearchAmong(): SearchAmong {
  let last: readonly Headline[] = [];
  let segment: Segment = segmentOf([]);

  return (headlines, text, { limit, now }) => {
    const query = parseQuery(text, now);
    if (isEmpty(query)) return [];
    if (headlines !== last) {
      last = headlines;
      segment = segmentOf(
        headlines.map((headline) => ({
          id: headline.id,
          title: headline.title,
          beside: [sectionLabel(headline.section)].filter((label) => label !== ''),
          lead: headline.summary,
          sections: sectionsOf(headline),
          tags: [],
          time: headline.publishedAt === null ? null : parseKoreanTime(headline.publishedAt),
        })),
      );
    }
    return findEntries(segment, query, limit);
  };
}
