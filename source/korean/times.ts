import { DAY, HOUR, MINUTE } from '../clock.ts';
import type { KoreanTime } from '../model.ts';

/** Korea keeps UTC+9 all year, so that arithmetic is enough in any time zone of the machine. In ms. */
export const KOREA_OFFSET = 9 * HOUR;

/** Ages up to this are given in hours; older ones by clock time or date. In ms. */
const HOURS_TOLD = 6 * HOUR;

interface TimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** HH:MM. */
  readonly clock: string;
  /** Days since the epoch, in Korea. */
  readonly dayNumber: number;
}

function partsOf(ms: number): TimeParts {
  const date = new Date(ms + KOREA_OFFSET);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    clock: date.toISOString().slice(11, 16),
    dayNumber: Math.floor((ms + KOREA_OFFSET) / DAY),
  };
}

/** An instant in ms since the epoch as ISO 8601 in Korean time, to the second. */
export function koreanTime(ms: number): KoreanTime {
  // Texts put together with `+` are kept in parts by V8, at twice the memory: long lists hold thousands.
  return [new Date(ms + KOREA_OFFSET).toISOString().slice(0, 19), '+09:00'].join('');
}

/** The instant in ms since the epoch; NaN if the text is not a time. */
export function parseKoreanTime(time: KoreanTime): number {
  return Date.parse(time);
}

/**
 * How long ago, as Koreans write it beside a headline: 방금, 3분 전, 2시간 전, 오늘 03:00, 어제 18:20,
 * 11월 20일, 2025년 3월 2일. A time later than now (a print item's 03:00) is given as clock time.
 */
export function age(time: KoreanTime, now: number, language: 'ko' | 'en'): string {
  const ms = parseKoreanTime(time);
  if (Number.isNaN(ms)) return '';
  const since = now - ms;
  const then = partsOf(ms);
  const daysAgo = partsOf(now).dayNumber - then.dayNumber;
  const ko = language === 'ko';

  if (since >= 0 && since < MINUTE) return ko ? '방금' : 'now';
  if (since >= 0 && since < HOUR) {
    const minutes = Math.floor(since / MINUTE);
    return ko ? `${minutes}분 전` : `${minutes} min ago`;
  }
  if (since >= 0 && since < HOURS_TOLD) {
    const hours = Math.floor(since / HOUR);
    return ko ? `${hours}시간 전` : `${hours} h ago`;
  }
  if (daysAgo === 0) return ko ? `오늘 ${then.clock}` : `today ${then.clock}`;
  if (daysAgo === 1) return ko ? `어제 ${then.clock}` : `yesterday ${then.clock}`;
  if (daysAgo === -1) return ko ? `내일 ${then.clock}` : `tomorrow ${then.clock}`;
  if (then.year === partsOf(now).year)
    return ko ? `${then.month}월 ${then.day}일` : `${then.day} ${MONTHS[then.month - 1]}`;
  return ko
    ? `${then.year}년 ${then.month}월 ${then.day}일`
    : `${then.year}-${pair(then.month)}-${pair(then.day)}`;
}

/**
 * An age for a column of a list, in at most ten cells in Korean and eleven in English: 2025.12.31 for the day of
 * another year; in English a weekday in place of yesterday and tomorrow, and before a date.
 */
export function listAge(time: KoreanTime, now: number, language: 'ko' | 'en'): string {
  const told = age(time, now, language);
  if (told === '') return '';
  if (language === 'ko')
    return told.includes('년 ') ? time.slice(0, 'YYYY-MM-DD'.length).replaceAll('-', '.') : told;
  const weekday = WEEKDAYS.en[weekdayOf(partsOf(parseKoreanTime(time)).dayNumber)];
  return told.replace(/^(?:yesterday|tomorrow|(?=\d+ [A-Z]))/, (far) => `${weekday}${far === '' ? ' ' : ''}`);
}

/** The clock in Korea: 14:20; '' for an invalid time. */
export function clockOf(time: KoreanTime): string {
  const ms = parseKoreanTime(time);
  return Number.isNaN(ms) ? '' : partsOf(ms).clock;
}

const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** From 0 for Sunday; the first day of the epoch was a Thursday. */
const weekdayOf = (dayNumber: number): number => (((dayNumber + 4) % 7) + 7) % 7;

/** The day of a time as a heading: 오늘, 어제, 11월 21일 금, 2025년 3월 2일 일. '' for an invalid time. */
export function dayHeading(time: KoreanTime, now: number, language: 'ko' | 'en'): string {
  const ms = parseKoreanTime(time);
  if (Number.isNaN(ms)) return '';
  const { year, month, day, dayNumber } = partsOf(ms);
  const today = partsOf(now);
  const ko = language === 'ko';
  const daysAgo = today.dayNumber - dayNumber;
  if (daysAgo === 0) return ko ? '오늘' : 'Today';
  if (daysAgo === 1) return ko ? '어제' : 'Yesterday';
  if (daysAgo === -1) return ko ? '내일' : 'Tomorrow';
  const weekday = WEEKDAYS[language][weekdayOf(dayNumber)]!;
  const thisYear = year === today.year;
  if (ko) return `${thisYear ? '' : `${year}년 `}${month}월 ${day}일 ${weekday}`;
  return `${weekday} ${day} ${MONTHS[month - 1]}${thisYear ? '' : ` ${year}`}`;
}

/** The day in full: 2026년 11월 20일. */
export function fullDate(time: KoreanTime, language: 'ko' | 'en'): string {
  const ms = parseKoreanTime(time);
  if (Number.isNaN(ms)) return '';
  const { year, month, day } = partsOf(ms);
  return language === 'ko' ? `${year}년 ${month}월 ${day}일` : `${year}-${pair(month)}-${pair(day)}`;
}

/** The day and the clock in full: 2026년 11월 20일 03:00. */
export function fullTime(time: KoreanTime, language: 'ko' | 'en'): string {
  const date = fullDate(time, language);
  return date === '' ? '' : `${date} ${clockOf(time)}${language === 'ko' ? '' : ' KST'}`;
}

function pair(number: number): string {
  return String(number).padStart(2, '0');
}
