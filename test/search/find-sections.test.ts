import { expect, test } from 'vitest';
import { findSections } from '../../source/search/find-sections.ts';
import { SECTIONS, sectionLabel } from '../../source/sections.ts';

test.each([
  ['정치', 'politics'],
  ['politics', 'politics'],
  ['poli', 'politics'],
  ['ㅈㅊ', 'politics'],
  ['정ㅊ', 'politics'],
  ['wjdcl', 'politics'],
  ['ㅔㅐㅣㅑ샻', 'politics'],
  ['경ㅈ', 'economy'],
  ['스포', 'sports'],
  ['스포측', 'sports'],
])('a section is chosen by %s: %s', (typed, name) => {
  expect(findSections(SECTIONS, typed)[0]).toBe(name);
  expect(findSections(SECTIONS, typed.normalize('NFD'))).toEqual(findSections(SECTIONS, typed));
});

test('every section is found by its label and by its name, before all others', () => {
  for (const { name, label } of SECTIONS) {
    expect(findSections(SECTIONS, name)[0]).toBe(name);
    expect(findSections(SECTIONS, label)[0]).toBe(name);
  }
});

test('every section is found by its label in the other language than the one on screen', () => {
  const labelled = (language: 'ko' | 'en') =>
    SECTIONS.map(({ name }) => ({ name, label: sectionLabel(name, language) }));
  for (const { name, label, english } of SECTIONS) {
    expect(findSections(labelled('en'), label)[0]).toBe(name);
    expect(findSections(labelled('ko'), english)[0]).toBe(name);
  }
});

test('nothing typed, or nonsense, chooses none', () => {
  for (const typed of ['', '  ', '뚫긃쫩퀡횺뱕', '%']) expect(findSections(SECTIONS, typed)).toEqual([]);
});
