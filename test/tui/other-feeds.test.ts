import { afterEach, expect, test } from 'vitest';
import { setOtherSections } from '../../source/sections.ts';
import { sectionOfFeed } from '../../source/storage/config/feeds.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { session } from './session.ts';

const FEED = sectionOfFeed({ name: '이웃 소식', url: 'https://example.com/rss.xml' });

/** A reader at the keyboard, and the changes of another process to the feeds. */
function beside() {
  let changed = false;
  const opened = session(
    fakeReader([headline(1), headline(2, { section: FEED.name, sections: [FEED.name] })]),
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    () => {
      const seen = changed;
      changed = false;
      return seen;
    },
  );
  const bar = () => opened.state().sections.map(({ name }) => name);
  return {
    ...opened,
    bar,
    have: (...sections: readonly (typeof FEED)[]) => {
      setOtherSections(sections);
      changed = true;
    },
  };
}

afterEach(() => setOtherSections([]));

test.each(['r', 'R', 'ㄱ'])(
  '%s brings in a feed that was added in another terminal, and asks for it',
  async (key) => {
    const { type, settle, bar, have, state, reader } = beside();
    await settle();
    expect(bar()).not.toContain(FEED.name);
    have(FEED);
    type(key);
    await settle();
    expect(bar().at(-1)).toBe(FEED.name);
    expect(view(state()).rows.map(rowText).join('\n')).toContain('이웃');
    expect(reader.asked).toContain(`refresh ${FEED.name}`);
  },
);

test('a feed that was removed in another terminal leaves the bar, and its section when that is on screen', async () => {
  const { type, settle, bar, have, state, headlines } = beside();
  have(FEED);
  await settle();
  type('r');
  await settle();
  for (let steps = 0; headlines().section !== FEED.name && steps < 40; steps += 1) type('\t');
  expect(headlines().section).toBe(FEED.name);
  await settle();
  have();
  type('r');
  await settle();
  expect(bar()).not.toContain(FEED.name);
  expect(state().moreSections.map(({ name }) => name)).not.toContain(FEED.name);
  expect(headlines().section).toBe(bar()[0]);
});
