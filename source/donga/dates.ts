import { koreanTime } from '../korean/times.ts';
import type { KoreanTime } from '../model.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const KOREA = '+09:00';
/** In UTF-16 units; a text longer than this is no date, and not worth the search. */
const LONGEST = 300;

/** `Fri, 20 Nov 2026 03:00:00 +0900` (RFC 822), the weekday, seconds and zone left out or not. */
const RFC_822 =
  /(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-]\d{2}:?\d{2}|GMT|UTC?|Z))?/;

/** `2026-11-20 03:00`, `2026.11.20. 03:00:00`, `2026-11-20T03:00:00+09:00`, `2026년 11월 20일 오후 3시 00분`. */
const NUMERIC =
  /(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:일|\.)?\s*(?:\([^)]{1,3}\))?\s*T?\s*(오전|오후|[AP]M)?\s*(\d{1,2})\s*(?::|시)\s*(\d{2})(?:\s*(?::|분)\s*(\d{2})(?:\.\d+)?)?분?(?:\s*([+-]\d{2}:?\d{2}|GMT|UTC?|Z))?/;

/**
 * The first date with a time of day in a text, as Korean time; null where there is none or it is no real one.
 * What names no zone is Korean time already.
 */
export function parseDate(text: string): KoreanTime | null {
  if (text.length > LONGEST) return null;
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [, year, month, day, half, hour, minute, second, zone] = numeric;
    return instant(
      Number(year),
      Number(month),
      Number(day),
      clockHour(Number(hour), half),
      minute,
      second,
      zone,
    );
  }
  const mail = RFC_822.exec(text);
  if (mail === null) return null;
  const [, day, name, year, hour, minute, second, zone] = mail;
  const month = MONTHS.indexOf(name!.toLowerCase()) + 1;
  return instant(Number(year), month, Number(day), Number(hour), minute, second, zone);
}

function clockHour(hour: number, half: string | undefined): number {
  if (half === '오후' || half === 'PM') return hour < 12 ? hour + 12 : hour;
  return (half === '오전' || half === 'AM') && hour === 12 ? 0 : hour;
}

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): KoreanTime | null {
  if (year < 1920 || year > 2999 || month < 1 || month > 12 || hour > 24) return null;
  const two = (value: number | string) => String(value).padStart(2, '0');
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const time = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${two(second ?? 0)}`;
  const ms = Date.parse(`${time}${offset(zone)}`);
  return Number.isNaN(ms) ? null : koreanTime(ms);
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return KOREA;
  if (!/^[+-]/.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** What a page says of its times: `입력`, and `수정` where it was changed. */
export interface Stamps {
  readonly published: KoreanTime | null;
  readonly updated: KoreanTime | null;
}

const LABELLED = /(입력|등록|작성|게재|수정|업데이트|갱신)\s*(?:일시|일자|시각|시간|일)?\s*[:：|]?\s*/g;

/**
 * The stamps in lines such as `입력 2026-11-20 03:00` and `수정 2026-11-20 09:12`. A time without a label is the
 * first one where no `입력` stands beside it, else, where it is later, that of a change.
 */
export function readStamps(lines: readonly string[]): Stamps {
  let published: KoreanTime | null = null;
  let updated: KoreanTime | null = null;
  const bare: KoreanTime[] = [];
  for (const line of lines) {
    if (line.length > LONGEST) continue;
    const labels = [...line.matchAll(LABELLED)];
    if (labels.length === 0) {
      const time = parseDate(line);
      if (time !== null) bare.push(time);
    }
    for (const [index, label] of labels.entries()) {
      const time = parseDate(line.slice(label.index + label[0].length, labels[index + 1]?.index));
      if (/^(?:수정|업데이트|갱신)/.test(label[0])) updated ??= time;
      else published ??= time;
    }
  }
  for (const time of bare.sort()) {
    if (published === null) published = time;
    else if (updated === null && time > published) updated = time;
  }
  return { published, updated };
}
