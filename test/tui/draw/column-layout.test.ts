import { expect, test } from 'vitest';
import Yoga from 'yoga-layout';
import columns from '../../../source/tui/draw/column-layout.ts';
import fc from '../../support/fast-check.ts';

// The tree that Ink lays out for the reader's screen: a root, in it a box of the screen's size, in that a
// text for each row.

type Layout = typeof Yoga;

interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** Lays out one screen after the other in one tree, as Ink does; returns all places after each. */
function layOut(engine: Layout, screens: readonly Screen[]): unknown[] {
  const root = engine.Node.create();
  const box = engine.Node.create();
  root.insertChild(box, 0);
  box.setFlexDirection(engine.FLEX_DIRECTION_COLUMN);
  box.setFlexGrow(0);
  box.setFlexShrink(1);
  box.setFlexWrap(engine.WRAP_NO_WRAP);
  const texts: ReturnType<typeof engine.Node.create>[] = [];
  return screens.map(({ columns, rows }) => {
    while (texts.length > rows) box.removeChild(texts.pop()!);
    while (texts.length < rows) {
      const text = engine.Node.create();
      text.setFlexDirection(engine.FLEX_DIRECTION_ROW);
      text.setFlexGrow(0);
      text.setFlexShrink(1);
      text.setMeasureFunc((width) => ({ width: Math.min(width, 30), height: 1 }));
      box.insertChild(text, box.getChildCount());
      texts.push(text);
    }
    texts[0]?.markDirty();
    box.setWidth(columns);
    box.setHeight(rows);
    root.setWidth(columns);
    root.calculateLayout(undefined, undefined, engine.DIRECTION_LTR);
    return [root, box, ...texts].map((node) => [
      node.getComputedLeft(),
      node.getComputedTop(),
      node.getComputedWidth(),
      node.getComputedHeight(),
      node.getComputedPadding(engine.EDGE_LEFT) + node.getComputedBorder(engine.EDGE_RIGHT),
      node.getDisplay() === engine.DISPLAY_NONE,
    ]);
  });
}

test('the column of rows is where Yoga puts it, at all sizes of the screen', () => {
  const screen = fc.record({
    columns: fc.integer({ min: 1, max: 300 }),
    rows: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(fc.array(screen, { minLength: 1, maxLength: 4 }), (screens) => {
      expect(layOut(columns as unknown as Layout, screens)).toEqual(layOut(Yoga, screens));
    }),
    { numRuns: 60 },
  );
});

test('a different layout by Ink throws', () => {
  const node = columns.Node.create() as unknown as ReturnType<typeof Yoga.Node.create>;
  expect(() => node.setPadding(Yoga.EDGE_ALL, 1)).toThrow();
  expect(() => node.setMargin(Yoga.EDGE_TOP, 1)).toThrow();
  expect(() => node.setAlignItems(Yoga.ALIGN_CENTER)).toThrow();
  expect(() => node.setFlexWrap(Yoga.WRAP_WRAP)).toThrow();
});
