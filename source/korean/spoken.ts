import { findMail } from '../text/runs.ts';
import { readHanja } from './hanja/hanja.ts';

/** The word a voice says for an address, in the text's own language. */
const LINK = { ko: '링크', en: 'link' } as const;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'()[\]가-힣]+/gi;

/** Signs for units, written as one character, by their names. */
const UNIT_SIGNS: Readonly<Record<string, string>> = {
  '%': '퍼센트',
  '％': '퍼센트',
  '‰': '퍼밀',
  '℃': '도',
  '℉': '도',
  '㎚': '나노미터',
  '㎛': '마이크로미터',
  '㎜': '밀리미터',
  '㎝': '센티미터',
  '㎞': '킬로미터',
  '㎟': '제곱밀리미터',
  '㎠': '제곱센티미터',
  '㎡': '제곱미터',
  '㎢': '제곱킬로미터',
  '㎥': '세제곱미터',
  '㎎': '밀리그램',
  '㎏': '킬로그램',
  '㎖': '밀리리터',
  ℓ: '리터',
  '㎘': '킬로리터',
  '㎾': '킬로와트',
  '㎿': '메가와트',
  '㏊': '헥타르',
  '㏈': '데시벨',
  '㎐': '헤르츠',
  '㎑': '킬로헤르츠',
  '㎒': '메가헤르츠',
  '㎓': '기가헤르츠',
};

/** Units in Latin letters, which count as such only directly behind a number. */
const UNIT_LETTERS: Readonly<Record<string, string>> = {
  km: '킬로미터',
  cm: '센티미터',
  mm: '밀리미터',
  nm: '나노미터',
  m: '미터',
  kg: '킬로그램',
  mg: '밀리그램',
  g: '그램',
  ha: '헥타르',
  ml: '밀리리터',
  mL: '밀리리터',
  L: '리터',
  kW: '킬로와트',
  MW: '메가와트',
  GW: '기가와트',
  kWh: '킬로와트시',
  GB: '기가바이트',
  TB: '테라바이트',
  MB: '메가바이트',
  dB: '데시벨',
  Hz: '헤르츠',
  GHz: '기가헤르츠',
};

/** Currencies, whose signs stand before the number and whose names behind it. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: '달러',
  '＄': '달러',
  '€': '유로',
  '£': '파운드',
  '¥': '엔',
  '￥': '엔',
  '₩': '원',
  '￦': '원',
};

/** Signs with a word of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  '㈜': '주식회사 ',
  '㈔': '사단법인 ',
  '※': '참고, ',
  '☎': '전화 ',
  '↑': ' 상승',
  '↓': ' 하락',
  '→': '에서 ',
  '⇒': ', ',
  '&': ' 앤드 ',
  '＆': ' 앤드 ',
  '×': ' 곱하기 ',
  '÷': ' 나누기 ',
  '±': ' 플러스마이너스 ',
  '≒': ' 약 ',
  '≥': ' 이상 ',
  '≤': ' 이하 ',
  '©': '저작권 ',
  'ⓒ': '저작권 ',
};

/** Signs that part or decorate: a pause. */
const PAUSES = /[▲△▴▼▽▾●○◎◆◇■□▪▫▶▷►◀◁★☆♥♡♠♣☞➤➜•‣◦|¦｜]+/gu;
const DROPPED = /[®™†‡*_^`~∼〜～]+/gu;
const OPENING = /[「『〈《]/g;
const CLOSING = /[」』〉》]/g;

const NUMBER = '\\d[\\d,.]*';
const MONEY = new RegExp(`([$＄€£¥￥₩￦]) ?(${NUMBER}(?:조|억|만|천)*)`, 'g');
const LETTERED = new RegExp(
  `(\\d) ?(${Object.keys(UNIT_LETTERS)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![A-Za-z\\d/²³])`,
  'g',
);

/**
 * A line as a voice should say it: Hanja by their Hangul readings, signs and units as words, addresses only named. A text
 * in another language keeps its signs, which a voice of that language knows.
 *
 * @param korean whether it is Korean: a line of a Korean text may have figures alone
 */
export function spokenLine(text: string, korean = isKorean(text)): string {
  const named = withoutMails(text.replace(ADDRESS, ` ${LINK[korean ? 'ko' : 'en']} `));
  return tidied((korean ? koreanSigns(readHanja(named)) : named).replace(PAUSES, ', '));
}

/** Whether a text has Korean in it, in Hangul or in Hanja. */
export const isKorean = (text: string): boolean => /[가-힣\u3400-\u9fff]/.test(text);

function koreanSigns(text: string): string {
  return (
    text
      .replace(/(\d) ?[~∼〜～] ?(?=\d)/g, '$1에서 ')
      .replace(MONEY, (_, sign: string, number: string) => `${number}${CURRENCIES[sign]!}`)
      .replace(/(\d) ?[%％][pP]/g, '$1퍼센트포인트')
      .replace(/(\d) ?°C?/g, '$1도')
      .replace(LETTERED, (_, digit: string, unit: string) => `${digit}${UNIT_LETTERS[unit]!}`)
      .replace(/[%％‰℃℉㎀-㏟ℓ]/gu, (sign) => UNIT_SIGNS[sign] ?? sign)
      .replace(/(?<=^|[\s(])[-−–](?=\d)/g, '마이너스 ')
      .replace(/(?<=^|[\s(])\+(?=\d)/g, '플러스 ')
      .replace(/(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g, (_, hour: string, minute: string) =>
        minute === '00' ? `${Number(hour)}시` : `${Number(hour)}시 ${Number(minute)}분`,
      )
      .replace(/(?<![\d:])(\d{1,5}) ?: ?(\d)(?![\d:])/g, '$1 대 $2')
      .replace(/(?<![\d/])(\d{1,3})\/(\d{1,3})(?![\d/])/g, '$2분의 $1')
      .replace(/[①-⑳]/gu, (sign) => `${sign.codePointAt(0)! - 0x2460 + 1}번, `)
      .replace(/[㈜㈔※☎↑↓→⇒&＆×÷±≒≥≤©ⓒ]/gu, (sign) => SIGNS[sign]!)
      // 한·미 is said as one word, 서울·경기 with a pause.
      .replace(/(?<![가-힣])([가-힣])[·ㆍ・](?=[가-힣](?![가-힣]))/g, '$1')
      .replace(/ ?[·ㆍ・] ?/g, ', ')
      .replace(/(?<=[가-힣])=(?=[가-힣A-Za-z\d])/g, ', ')
      .replace(/\[([^[\]]*)\]|【([^【】]*)】/g, '$1$2, ')
      .replace(OPENING, '‘')
      .replace(CLOSING, '’')
      .replace(/#(?=[가-힣A-Za-z\d])/g, '')
      .replace(/(?:\.{3,}|…+)/g, ', ')
      .replace(DROPPED, ' ')
  );
}

/** A mail address, alone or in parentheses, is not read aloud. */
function withoutMails(text: string): string {
  let kept = '';
  let from = 0;
  for (let mail = findMail(text); mail !== null; mail = findMail(text, from)) {
    kept += `${text.slice(from, mail.start)} `;
    from = mail.end;
  }
  return kept + text.slice(from);
}

/** Removes the spaces and pauses that are left of removed signs. */
const tidied = (text: string): string =>
  withoutPauseAtEnd(
    text
      .replace(/\( *\)|\[ *\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ (?=[,.!?)’”])/g, '')
      .replace(/(?:, ?)+(?=[,.!?)’”])/g, '')
      .replace(/(?<=[(‘“]) ?,? ?/g, '')
      .replace(/^[ ,]+/, ''),
  );

function withoutPauseAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === ',')) end--;
  return text.slice(0, end);
}
