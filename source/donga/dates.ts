import { koreanTime } from '../korean/times.ts';
import type { KoreanTime } from '../model.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const KOREA = '+09:00';
const UTC = 'Z';
/** In UTF-16 units. A longer text is not a date, and is not searched for one. */
const LONGEST = 300;

/** `Fri, 20 Nov 2026 03:00:00` (RFC 5322, 3.3 and 4.3): weekday and seconds may be missing. */
const MAIL =
  /(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}\.?[ -](\d{2,4}),? (\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?/;

/** `2026-11-20 03:00`, `2026.11.20. 03:00:00`, `2026-11-20T03:00:00`, `2026년 11월 20일 오후 3시 00분`. */
const NUMERIC =
  /(\d{4}) ?[-./년] ?(\d{1,2}) ?[-./월] ?(\d{1,2}) ?[일.]?,? ?(?:\([^()]{1,3}\) ?)?T? ?(오전|오후|[AP]M)? ?(\d{1,2}) ?[:시] ?(\d{2})(?: ?[:분] ?(\d{2})(?:\.\d{1,9})?)?[분초]?/;

/** The words that may follow a time: AM or PM, and a zone (`+0900`, `GMT+9`, `EST`). */
const BEHIND =
  /^ ?(?:([AP]M)(?![A-Za-z]))? ?((?:GMT|UTC?)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,5}(?![A-Za-z]))?/;

/** In UTF-16 units; more than the longest zone. */
const LONGEST_ZONE = 24;

/**
 * Zones by name, RFC 5322 §4.3, and Korea's own. The single letters of the military, and every other name in
 * capitals, are UTC there.
 */
const ZONES: Readonly<Record<string, string>> = {
  KST: KOREA,
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * `Fri, 20 Nov 2026 03:00:00 +0900`, as feeds write it, on a day that every month has: V8 can read it without
 * help.
 */
const USUAL =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d [+-](?:0\d|1[0-4])[0-5]\d$/;

/**
 * The first date with a time of day in a text, as Korean time; null if the text holds none or an impossible one.
 * A date without a zone is Korean time.
 */
export function parseDate(text: string): KoreanTime | null {
  if (USUAL.test(text)) return koreanTime(Date.parse(text));
  return parseAnyDate(text);
}

function parseAnyDate(text: string): KoreanTime | null {
  if (text.length > LONGEST) return null;
  // Every pattern below then meets one space at most, which keeps them linear.
  const line = text.replace(/\s+/g, ' ');
  const numeric = NUMERIC.exec(line);
  if (numeric !== null) {
    const [, year, month, day, before, hour, minute, second] = numeric;
    const [behind, zone] = behindTime(line, numeric);
    const at = clockHour(Number(hour), before ?? behind);
    return instant([Number(year), Number(month), Number(day), at], minute, second, zone);
  }
  // A comment may stand anywhere in a mail's date: `03:00 (morning) +0900 (KST)`.
  const bare = line.replace(/ ?\([^()]*\)/g, '');
  const mail = MAIL.exec(bare);
  if (mail === null) return null;
  const [, day, name, year, hour, minute, second] = mail;
  const [half, zone] = behindTime(bare, mail);
  const month = MONTHS.indexOf(name!.toLowerCase()) + 1;
  return instant([fullYear(year!), month, Number(day), clockHour(Number(hour), half)], minute, second, zone);
}

function behindTime(
  line: string,
  time: RegExpExecArray,
): [half: string | undefined, zone: string | undefined] {
  const end = time.index + time[0].length;
  const [, half, zone] = BEHIND.exec(line.slice(end, end + LONGEST_ZONE)) ?? [];
  return [half, zone];
}

/** RFC 5322 §4.3: 00 to 49 are 20xx; other years of two digits, and years of three, count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function clockHour(hour: number, half: string | undefined): number {
  if (half === '오후' || half === 'PM') return hour < 12 ? hour + 12 : hour;
  return (half === '오전' || half === 'AM') && hour === 12 ? 0 : hour;
}

function instant(
  [year, month, day, hour]: readonly [year: number, month: number, day: number, hour: number],
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

/** The zone as `Date.parse` takes it. A word in small letters that names no zone is a word behind the date. */
function offset(zone: string | undefined): string {
  if (zone === undefined) return KOREA;
  const sign = zone.search(/[+-]/);
  if (sign < 0) {
    const name = zone.toUpperCase();
    return ZONES[name] ?? (zone.length === 1 || zone === name || /^(?:utc?|gmt)$/i.test(zone) ? UTC : KOREA);
  }
  const digits = zone.slice(sign + 1).replace(':', '');
  const hours = digits.length > 2 ? digits.slice(0, -2) : digits;
  return `${zone[sign]}${hours.padStart(2, '0')}:${digits.length > 2 ? digits.slice(-2) : '00'}`;
}

/** When a page says it was posted (`입력`), and changed (`수정`). */
export interface Stamps {
  readonly published: KoreanTime | null;
  readonly updated: KoreanTime | null;
}

const LABELLED = /(입력|등록|작성|게재|수정|업데이트|갱신) ?(?:일시|일자|시각|시간|일)? ?[:：|]? ?/g;

/**
 * The stamps in lines such as `입력 2026-11-20 03:00` and `수정 2026-11-20 09:12`. A time without a label counts as
 * posted if no line is labelled 입력, and as changed if it is later than that.
 */
export function readStamps(lines: readonly string[]): Stamps {
  let published: KoreanTime | null = null;
  let updated: KoreanTime | null = null;
  const bare: KoreanTime[] = [];
  for (const each of lines) {
    if (each.length > LONGEST) continue;
    const line = each.replace(/\s+/g, ' ');
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
