import { describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { headline, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { NOW, session } from './session.ts';

const unreachable = new Failure('unreachable', { host: 'rss.donga.com' });
const sampleReader = () => fakeReader(headlines(5).map((each) => ({ ...each, title: `견본 ${each.title}` })));

function unreached() {
  const live = fakeReader([]);
  live.arrives = () => unreachable;
  return live;
}

describe('a start with nothing archived', () => {
  test('the first failed connection opens the sample edition, which says why', async () => {
    const reader = session(unreached(), {}, async () => sampleReader());
    await reader.settle();
    expect(reader.state().edition).toEqual({ kind: 'sample', why: unreachable });
    expect(reader.selected()).toBe('견본 기사 제목 1');
  });

  test('three seconds without an answer open the sample edition', async () => {
    const live = fakeReader([]);
    live.refresh = () => new Promise(() => undefined);
    const reader = session(live, {}, async () => sampleReader());
    await reader.settle();
    expect(reader.state().edition.kind).toBe('live');
    reader.store.dispatch({ type: 'waited', empty: reader.reader.count({ section: 'total' }) === 0 });
    await reader.settle();
    expect(reader.state().edition).toMatchObject({ kind: 'sample', why: { code: 'timeout' } });
  });

  test('the sample edition’s notice says what servers answered, if they did', async () => {
    const live = fakeReader([]);
    const answered = new Failure('http-status', { status: 500, host: 'rss.donga.com' });
    live.arrives = () => answered;
    const reader = session(live, {}, async () => sampleReader());
    await reader.settle();
    expect(reader.state().edition.kind).toBe('live');
    reader.store.dispatch({ type: 'waited', empty: reader.reader.count({ section: 'total' }) === 0 });
    await reader.settle();
    expect(reader.state().edition).toMatchObject({ kind: 'sample', why: { code: 'http-status' } });
  });

  test('--offline opens the sample edition at once', async () => {
    const reader = session(unreached(), { offline: true }, async () => sampleReader());
    await reader.settle();
    expect(reader.state().edition).toMatchObject({ kind: 'sample', why: { code: 'offline' } });
  });

  test('r tries the real edition again: it fails and says so, or it is there', async () => {
    const live = unreached();
    const reader = session(live, {}, async () => sampleReader());
    await reader.settle();
    reader.type('r');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.live-failed');
    expect(reader.state().edition.kind).toBe('sample');
    live.arrives = (section) => (section === 'politics' ? headlines(3) : []);
    reader.type('r');
    await reader.settle();
    expect(reader.state().edition).toEqual({ kind: 'live' });
    expect(reader.selected()).toBe('기사 제목 1');
  });

  test('nothing done in the sample reaches the real archive', async () => {
    const live = unreached();
    const sample = sampleReader();
    const reader = session(live, {}, async () => sample);
    await reader.settle();
    reader.type('bjm\r');
    await reader.settle();
    reader.type('\x1b');
    expect(live.bookmarks()).toEqual([]);
    expect(live.places.size).toBe(0);
    expect(sample.bookmarks().length).toBe(1);
    await reader.effects.close();
    expect(sample.closed).toBe(true);
    expect(live.closed).toBe(false);
  });

  test('the sample’s watched words have their section in the bar, and take it along', async () => {
    const sample = sampleReader();
    sample.setWord('watch', '기사', true);
    const live = unreached();
    const reader = session(live, {}, async () => sample);
    await reader.settle();
    const bar = () => reader.state().sections.map(({ name }) => name);
    expect(bar()).toContain('following');
    live.arrives = (section) => (section === 'politics' ? headlines(3) : []);
    reader.type('r');
    await reader.settle();
    expect(reader.state().edition).toEqual({ kind: 'live' });
    expect(bar()).not.toContain('following');
  });

  test('headlines that arrive late are announced, not shown', async () => {
    const live = fakeReader([]);
    let arrive: () => void = () => undefined;
    const arriving = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    live.refresh = async (sections, events) => {
      await arriving;
      live.list = headlines(3);
      const done = sections.map((section) => ({ section, added: 3, problems: 0, failure: null }));
      for (const each of done) events?.onRefresh?.({ section: each.section, done: each });
      return done;
    };
    const reader = session(live, {}, async () => sampleReader());
    reader.store.dispatch({ type: 'waited', empty: true });
    await reader.settle();
    arrive();
    await reader.settle();
    expect(reader.state().edition.kind).toBe('sample');
    expect(reader.state().notice?.key).toBe('notice.live-arrived');
    reader.type('r');
    await reader.settle();
    expect(reader.state().edition.kind).toBe('live');
  });
});

test('with an archive, a failed connection opens nothing else', async () => {
  const live = fakeReader(headlines(3));
  live.arrives = () => unreachable;
  const reader = session(live);
  await reader.settle();
  reader.store.dispatch({ type: 'waited', empty: reader.reader.count({ section: 'total' }) === 0 });
  await reader.settle();
  expect(reader.state().edition.kind).toBe('live');
  expect(reader.selected()).toBe('기사 제목 1');
});

test('--demo refreshes the sample itself', async () => {
  const sample = sampleReader();
  const reader = session(sample, { edition: { kind: 'sample', why: 'demo' } });
  await reader.settle();
  sample.asked.length = 0;
  reader.type('r');
  await reader.settle();
  expect(sample.asked).toEqual(['refresh politics']);
});

describe('the clock', () => {
  test('removes a notice when its time is over', async () => {
    const reader = session();
    reader.type('y');
    await reader.settle();
    expect(reader.state().notice).not.toBeNull();
    reader.store.dispatch({ type: 'tick', now: NOW + 1000 });
    expect(reader.state().notice).not.toBeNull();
    reader.store.dispatch({ type: 'tick', now: NOW + 10_000 });
    expect(reader.state().notice).toBeNull();
  });

  test('draws no frame while nothing would change', async () => {
    const reader = session();
    await reader.settle();
    reader.type('k');
    reader.store.dispatch({ type: 'tick', now: NOW + 10_000 });
    let frames = 0;
    reader.store.subscribe(() => {
      frames += 1;
    });
    reader.store.dispatch({ type: 'tick', now: NOW + 15_000 });
    expect(frames).toBe(0);
    reader.store.dispatch({ type: 'tick', now: NOW + 61_000 });
    expect(frames).toBe(1);
    expect(reader.state().now).toBe(NOW + 61_000);
  });

  test('finds changes of another program', async () => {
    const kept = fakeReader();
    const reader = session(kept);
    await reader.settle();
    reader.type('5j');
    await kept.bookmark(headline(2));
    kept.list = [headline(0, { title: '막 들어온 기사' }), ...kept.list];
    reader.store.dispatch({ type: 'tick', now: NOW + 5000 });
    expect(reader.headlines().list.items[0]!.headline.title).toBe('막 들어온 기사');
    expect(reader.selected()).toBe('기사 제목 6');
    expect(reader.headlines().list.items[2]!.headline.bookmarked).toBe(true);
  });
});

test('keys that come together are one frame', () => {
  const reader = session();
  let frames = 0;
  reader.store.subscribe(() => {
    frames += 1;
  });
  reader.type('jjjjj');
  expect(frames).toBe(1);
});
