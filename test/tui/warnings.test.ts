import { expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { createWarnings } from '../../source/warnings.ts';
import { type Session, session } from './session.ts';

const ARCHIVE = { key: 'archive.set-aside', params: { name: 'archive.damaged-1.db' } } as const;
const SETTING = { key: 'setting.set-aside', params: { name: 'config.damaged-1.json' } } as const;

const noticeOf = ({ state }: Session) => state().notice?.key;

test('a warning stays until a key, through all other events and however late', () => {
  const reading = session();
  reading.store.dispatch({ type: 'warned', warning: ARCHIVE });
  reading.store.dispatch({ type: 'failed', failure: new Failure('offline') });
  reading.store.dispatch({ type: 'tick', now: reading.state().now + 3_600_000 });
  reading.store.dispatch({ type: 'edition', edition: { kind: 'sample', why: new Failure('offline') } });
  expect(reading.state().notice).toMatchObject({ ...ARCHIVE, tone: 'alert' });
  reading.type('j');
  expect(noticeOf(reading)).toBeUndefined();
});

test('two warnings are shown one after the other', () => {
  const reading = session();
  reading.store.dispatch({ type: 'notice', tone: 'info', key: 'notice.copied', params: { url: 'x' } });
  for (const warning of [ARCHIVE, SETTING]) reading.store.dispatch({ type: 'warned', warning });
  expect(noticeOf(reading)).toBe(ARCHIVE.key);
  reading.type('j');
  expect(noticeOf(reading)).toBe(SETTING.key);
  reading.type('j');
  expect(noticeOf(reading)).toBeUndefined();
});

test('warnings from before anything listened go to the first listener, once', () => {
  const warnings = createWarnings();
  const told: string[] = [];
  warnings.add(ARCHIVE);
  warnings.hear(({ key }) => told.push(`first ${key}`));
  warnings.add(SETTING);
  warnings.hear(({ key }) => told.push(`second ${key}`));
  warnings.add(ARCHIVE);
  expect(told).toEqual([`first ${ARCHIVE.key}`, `first ${SETTING.key}`, `second ${ARCHIVE.key}`]);
});
