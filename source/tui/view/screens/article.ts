import { say } from '../../../messages/index.ts';
import { minutesToRead } from '../../../reading-time.ts';
import { sectionLabel } from '../../../sections.ts';
import { type Row, type Span, span } from '../../../typeset/rows.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { articleView } from '../layout/article.ts';
import { matchesIn } from '../layout/article-matches.ts';
import { standsBeside } from '../layout/desk.ts';
import { listGeometry } from '../layout/list.ts';
import { matchedRows } from '../layout/matches.ts';
import type { Body } from '../parts/body.ts';
import { matchCount } from '../parts/footer.ts';
import { listRows } from '../parts/list-rows.ts';
import { besideRows, leftAndRight, markMatches } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';

/** An article in its column, from the reader's line on. */
export function articleScreen(state: State, screen: ArticleScreen): Body {
  const { layout, column, set, images, top, rows: height, progress } = articleView(state, screen);
  const { article, search } = screen;
  const { body } = layout;
  const rows: Row[] = [];
  let cursor: { x: number; y: number } | null = null;

  if (search !== null) {
    // Without a footer, the count stands beside the query.
    const box = searchBox(state, search.field, (state.bare && matchCount(state)) || '', body.columns);
    if (search.typing) cursor = { x: body.x + box.caret, y: body.y };
    rows.push(box.row);
  }
  const matched = matchedRows(matchesIn(set, search?.field.text ?? ''), screen.match);
  const chosen = screen.link === null ? null : set.targets[screen.link]?.row;
  const margin = span(' '.repeat(column.x));
  for (let at = top; at < Math.min(top + height, set.rows.length); at += 1) {
    const marked = markMatches(set.rows[at]!, matched.get(at)).map(
      (piece): Span =>
        piece.target !== undefined && piece.target === screen.link ? { ...piece, style: 'current' } : piece,
    );
    const gutter =
      at === chosen && column.x >= 2 ? [span(' '.repeat(column.x - 2)), span('▌ ', 'gutter')] : [margin];
    rows.push(
      at === chosen && column.x < 2
        ? marked.map((piece) => ({ ...piece, style: 'current' }))
        : [...gutter, ...marked],
    );
  }

  const label = sectionLabel(article.section, state.language);
  const facts = [
    label === '' ? say(state.language, 'screen.name') : label,
    say(state.language, 'article.minutes', { minutes: minutesToRead(article) }),
  ];
  const marks = screen.headline.bookmarked ? [span('★ ', 'star')] : [];
  return {
    bar: leftAndRight(
      [span('  '), ...marks, span(facts.join(' · '), 'section')],
      [span(`${progress}% `, 'strong')],
      state.size.columns,
    ),
    rows: besideList(state, screen, rows),
    images,
    cursor,
    context: search?.typing ? 'typing' : 'article',
  };
}

/** The article beside the list that it was opened from, if there is room for both. */
function besideList(state: State, screen: ArticleScreen, rows: readonly Row[]): readonly Row[] {
  const below = state.screens[state.screens.indexOf(screen) - 1];
  if (!standsBeside(state, screen) || below === undefined || !('list' in below)) return rows;
  const geometry = listGeometry(state, below);
  return besideRows(listRows(state, below.list, geometry), rows, geometry.layout);
}
