import { describe, expect, test } from 'vitest';
import { isSurnameAt, surnameHanja } from '../../source/korean/surnames.ts';

describe('the Hanja of a full name', () => {
  test.each([
    ['윤석열', ['尹']],
    ['한덕수', ['韓']],
    ['박가온', ['朴']],
    ['정나래', ['鄭', '丁', '程']],
    ['유하람', ['柳', '劉', '兪']],
  ])('%s → %j', (name, hanja) => {
    expect(surnameHanja(name)).toEqual(hanja);
  });

  test.each(['이준', '대통령', '남궁가온', 'GTX', '', '尹석열'])('%s is no full name', (word) => {
    expect(surnameHanja(word)).toEqual([]);
  });
});

describe('a surname in a headline', () => {
  test.each([
    '尹정권 2년',
    '尹 “유감이다”',
    '韓총리, 국회 출석',
    '韓 총리 “검토”',
    '“협의할 것” 韓법무 답변',
    '尹韓 갈등 봉합',
    '南지사 출마',
    '前정권 탓한 朴',
    '文 前대통령 회고록',
    '尹-李 회동',
    '安 “단일화 없다”',
    '金·李 공동회견',
    '文정부 5년',
    '文 사저 앞 집회',
    '秋 “소임 다했다”',
    '羅, 불출마 선언',
    '金 여사 귀국',
  ])('%s has one', (title) => {
    expect([...title].some((_, at) => isSurnameAt(title, at))).toBe(true);
  });

  test.each([
    '韓 “유감”',
    '韓 수출 늘어',
    '韓美 정상회담',
    '南北 대화 재개',
    '車부품 업계',
    '文解력 논란',
    '全국민 지급',
    '美 대선',
    '中 총리 방한',
    '李舜臣 장군',
    '金 싹쓸이',
    '全 국민 지급',
    '高 물가 시대',
  ])('%s has none', (title) => {
    expect([...title].some((_, at) => isSurnameAt(title, at))).toBe(false);
  });
});
