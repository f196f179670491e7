import { describe, expect, test } from 'vitest';
import { formsOfStem, otherForms, verbStems } from '../../source/korean/inflection/endings.ts';
import {
  allWithA,
  beforeEu,
  stemsBeforeEu,
  stemsWithA,
  withA,
} from '../../source/korean/inflection/verb-stems.ts';
import { jamo } from '../../source/korean/jamo.ts';
import fc from '../support/fast-check.ts';

/** Whether some word of a title begins as one of a word's other forms does. */
const finds = (query: string, word: string): boolean =>
  [query, ...otherForms(query)].some((form) => jamo(word).startsWith(jamo(form)));

describe('one form of a verb finds another', () => {
  test.each([
    ['르 doubles', '오르다', ['오른', '오르는', '올랐다', '올라', '오를', '오르자']],
    ['르 doubles', '부르다', ['부른', '부르는', '불렀다', '불러', '부르고']],
    ['르 is regular', '따르다', ['따른', '따르는', '따랐다', '따라']],
    ['러', '이르다', ['이르는', '이르렀다', '이르러']],
    ['ㅂ', '어렵다', ['어려운', '어려웠다', '어려워', '어렵다', '어렵게']],
    ['ㅂ', '돕다', ['돕는', '도운', '도왔다', '도와', '돕고']],
    ['ㅂ stays', '붙잡다', ['붙잡는', '붙잡은', '붙잡았다', '붙잡아']],
    ['ㄷ', '깨닫다', ['깨닫는', '깨달은', '깨달았다', '깨달아']],
    ['ㄷ stays', '내닫다', ['내닫는', '내닫은', '내닫아']],
    ['ㅅ', '잇다', ['잇는', '이은', '이었다', '이어']],
    ['ㅅ stays', '빼앗다', ['빼앗는', '빼앗은', '빼앗았다', '빼앗아']],
    ['ㅎ', '빨갛다', ['빨간', '빨갛게', '빨개']],
    ['우', '푸다', ['펐다', '푸는']],
    ['여', '향하다', ['향하는', '향했다', '향한', '향해']],
    ['ㄹ drops', '만들다', ['만든', '만드는', '만들었다', '만들어', '만들']],
    ['ㄹ drops', '흔들리다', ['흔들린', '흔들렸다', '흔들려']],
    ['ㅡ drops', '모으다', ['모은', '모으는', '모았다', '모아']],
    ['ㅡ drops', '나쁘다', ['나쁜', '나빴다', '나빠']],
    ['ㅣ + 어', '숨지다', ['숨진', '숨지는', '숨졌다', '숨져']],
    ['ㅗ + 아', '나오다', ['나온', '나오는', '나왔다', '나와']],
    ['ㅜ + 어', '나누다', ['나눈', '나눴다', '나눠']],
    ['ㅏ', '나가다', ['나간', '나갔다', '나가는']],
    ['놓 + 아', '내놓다', ['내놓은', '내놨다', '내놓아', '내놔']],
    ['uncontracted', '이루다', ['이루는', '이뤄', '이루어', '이루었다', '이뤘다']],
    ['uncontracted', '논의되다', ['논의되었다', '논의돼', '논의되어', '논의']],
    ['uncontracted', '하락하다', ['하락하였다', '하락하여', '하락']],
    ['one syllable, uncontracted', '두다', ['두었다', '뒀다', '두는']],
    ['ㅐ', '보내다', ['보낸', '보냈다', '보내는']],
    ['one syllable', '늘다', ['늘었다', '늘어', '늘고', '느는']],
    ['one syllable', '줄다', ['줄었다', '줄어', '줄고', '주는']],
    ['one syllable', '짓다', ['지었다', '지어', '짓는', '지은']],
    ['one syllable', '캐다', ['캤다', '캐던', '캐는', '캐겠다']],
    ['one syllable', '따다', ['땄다', '따는', '따고', '딴다']],
    ['one syllable', '썰다', ['썰었다', '썰어', '써는', '썬다']],
    ['one syllable', '덥다', ['더웠다', '더워', '덥고', '덥지만']],
    ['a passive in 이', '치다', ['치어', '치인', '치여', '치이는']],
    ['one syllable', '막다', ['막았다', '막아', '막는', '막은']],
    ['a noun', '하락하다', ['하락했다', '하락한', '하락해', '하락하자', '하락']],
    ['a noun', '확정되다', ['확정됐다', '확정된', '확정돼', '확정']],
    ['a noun', '연기시키다', ['연기시켰다', '연기시킨', '연기']],
    ['a noun', '해고당하다', ['해고당했다', '해고당한', '해고']],
  ])('%s: %s', (_, __, forms) => {
    for (const query of forms)
      for (const word of forms) expect([query, word, finds(query, word)]).toEqual([query, word, true]);
  });

  test.each([
    ['올랐다고', '오르'],
    ['오르겠다며', '오르'],
    ['오릅니다', '오르'],
    ['오를수록', '오르'],
    ['어려웠지만', '어렵'],
    ['만든다는', '만들'],
    ['급증했는데', '급증하'],
    ['밝혔으나', '밝히'],
    ['이어져야', '이어지'],
  ])('behind longer endings: %s → %s', (word, stem) => {
    expect(verbStems(word)).toContain(stem);
  });

  test.each(['경기', '광고', '대통령', '반도체', '한국', 'GTX', '', '3'])(
    '%s is no form of a verb',
    (word) => {
      expect(otherForms(word)).toEqual([]);
    },
  );
});

const stem = fc
  .string({
    unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    minLength: 2,
    maxLength: 4,
  })
  .filter(
    (text) =>
      /[가-힣]$/.test(text) &&
      !/[다느]$/.test(text) &&
      (text.charCodeAt(text.length - 1) - 0xac00) % 28 !== 20,
  );

describe('for any stem', () => {
  test('the stems a form is read as give that form again', () => {
    fc.assert(
      fc.property(stem, (text) => {
        for (const each of stemsBeforeEu(beforeEu(text))) expect(beforeEu(each)).toBe(beforeEu(text));
        for (const each of stemsWithA(withA(text))) expect(allWithA(each)).toContain(withA(text));
      }),
    );
  });

  test('the beginnings of its forms cover the stem, and its forms before 으 and with 아/어', () => {
    fc.assert(
      fc.property(stem, (text) => {
        const forms = formsOfStem(text).map(jamo);
        for (const form of [text, beforeEu(text), withA(text)]) {
          // A noun covers 하 and 해 alike.
          expect(forms.some((each) => jamo(form).startsWith(each))).toBe(true);
        }
      }),
    );
  });

  test('no form begins with another, and none is the word itself', () => {
    fc.assert(
      fc.property(stem, fc.constantFrom('는', '고', '다', '지만', ''), (text, ending) => {
        const forms = otherForms(text + ending);
        expect(forms).not.toContain(text + ending);
        for (const form of forms) {
          expect(forms.filter((other) => other !== form && jamo(form).startsWith(jamo(other)))).toEqual([]);
        }
      }),
    );
  });
});
