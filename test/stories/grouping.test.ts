import { describe, expect, test } from 'vitest';
import { storyText } from '../../source/stories/documents.ts';
import { createGrouper } from '../../source/stories/grouper.ts';
import { similarity } from '../../source/stories/similarity.ts';
import fc from '../support/fast-check.ts';
import { heldBackDocuments, tuningDocuments } from './labelled.ts';
import { place, placeInEmpty } from './report.ts';
import { scoresOf } from './scores.ts';

const documents = [...tuningDocuments(), ...heldBackDocuments()];
const HOUR = 3_600_000;

describe('the labelled set', () => {
  test('has six hundred headlines, half of them held back, and no piece without a label', () => {
    expect(documents.length).toBeGreaterThanOrEqual(600);
    expect(heldBackDocuments().length).toBeGreaterThanOrEqual(295);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    expect(
      documents.filter(({ title, lead }) => title === '' || lead === '' || /[{}]/.test(title + lead)),
    ).toEqual([]);
  });

  test.each([
    ['tuning', tuningDocuments],
    ['held-back', heldBackDocuments],
  ])('is grouped accurately enough in its %s half', (_, half) => {
    const { precision, recall } = scoresOf(place(half()));
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });
});

describe('the labelled set that comes into an empty archive', () => {
  test.each([20, 50, 1000])('is grouped accurately enough, also by %i headlines at a time', (size) => {
    for (const half of [tuningDocuments(), heldBackDocuments()]) {
      const { precision, recall } = scoresOf(placeInEmpty(half, size));
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.7);
    }
  });
});

describe('B-cubed over placed pieces and over belonging ones', () => {
  test('scores no grouping, all in one, and the labels themselves', () => {
    const labels = ['a', 'a', 'b', 'b', 'c'];
    const score = (stories: readonly string[]) =>
      scoresOf(stories.map((story, index) => ({ story, event: labels[index]! })));
    expect(score(['1', '2', '3', '4', '5'])).toEqual({ precision: 1, recall: 0.5 });
    expect(score(['1', '1', '1', '1', '1']).precision).toBeCloseTo((0.4 * 4 + 0.2) / 5);
    expect(score(['1', '1', '1', '1', '1']).recall).toBe(1);
    expect(score(['1', '1', '2', '2', '3'])).toEqual({ precision: 1, recall: 1 });
  });
});

describe('pieces of one event', () => {
  const piece = (id: string, title: string, lead: string, hour = 0) =>
    storyText({ id, title, lead, publishedAt: Date.parse('2026-11-20T09:00:00+09:00') + hour * HOUR });
  const flash = piece(
    '1',
    '[속보]해솔대교서 버스 추락',
    '20일 오전 해솔대교에서 시내버스가 난간을 뚫고 강으로 떨어졌다.',
  );
  const whole = piece(
    '2',
    '[종합]해솔대교 버스 추락 5명 구조…운전사 숨져',
    '20일 오전 8시 해솔대교에서 시내버스가 강으로 떨어져 운전사가 숨지고 승객 5명이 구조됐다. 난간은 낡아 있었다.',
    2,
  );

  test('are one story, by the id of the first', () => {
    const grouper = createGrouper();
    expect([flash, whole].map((each) => grouper.add(each))).toEqual(['1', '1']);
  });

  test('are two stories where more than 48 hours lie between them', () => {
    const grouper = createGrouper();
    const late = { ...whole, publishedAt: flash.publishedAt + 49 * HOUR };
    expect([flash, late].map((each) => grouper.add(each))).toEqual(['1', '2']);
  });

  test('are found by their Hanja, particles and endings in any form', () => {
    const grouper = createGrouper({ recent: [], documents: 1_000, frequencies: new Map() });
    const hanja = piece(
      '3',
      '美, 해솔반도체에 관세 올린다',
      '미국 정부가 해솔반도체의 수출품에 관세를 올린다고 밝혔다.',
    );
    const hangul = piece('4', '미국, 해솔반도체 관세 올렸다', '미국이 해솔반도체를 겨눠 관세를 올렸다.', 3);
    expect([hanja, hangul].map((each) => grouper.add(each))).toEqual(['3', '3']);
  });
});

describe('the grouper', () => {
  test('continues from its kept state as if it had never stopped', () => {
    const texts = documents
      .map(storyText)
      .sort((one, other) => one.publishedAt - other.publishedAt)
      .slice(0, 300);
    const through = createGrouper();
    const stories = texts.map((text) => through.add(text));
    const first = createGrouper();
    const before = texts.slice(0, 200).map((text) => ({ text, story: first.add(text) }));
    const frequencies = new Map<string, number>();
    for (const { text } of before)
      for (const stem of text.all.keys()) frequencies.set(stem, first.frequencies.of(stem));
    const second = createGrouper({ recent: before, documents: 200, frequencies });
    expect(texts.slice(200).map((text) => second.add(text))).toEqual(stories.slice(200));
  });

  test('begins a story for a title that shares no word with another', () => {
    const grouper = createGrouper();
    for (const document of tuningDocuments()) grouper.add(storyText(document));
    const stranger = storyText({
      id: 'x',
      title: '듣도보도못한말',
      lead: '',
      publishedAt: Date.parse('2026-11-24T00:00:00+09:00'),
    });
    expect(grouper.add(stranger)).toBe('x');
  });
});

describe('similarity', () => {
  const texts = documents.slice(0, 120).map(storyText);
  const frequencies = { documents: 1000, of: (stem: string) => stem.length };
  const text = fc.constantFrom(...texts);

  test('is the same both ways, at most 1, and less the further apart', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const alike = similarity(one, other, frequencies);
        expect(alike).toBeCloseTo(similarity(other, one, frequencies), 10);
        expect(alike).toBeLessThanOrEqual(1 + 1e-9);
        const later = { ...other, publishedAt: Math.max(one.publishedAt, other.publishedAt) + 24 * HOUR };
        expect(similarity(one, later, frequencies)).toBeLessThanOrEqual(alike + 1e-9);
      }),
    );
  });

  test('is 1 for a text and itself', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(similarity(one, one, frequencies)).toBeCloseTo(1, 10);
      }),
    );
  });
});
