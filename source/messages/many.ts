import type { Params } from './types.ts';

/** A count with its English noun: `1 photo`, `3 photos`. */
export function many(count: Params[string] | undefined, one: string, more = `${one}s`): string {
  return `${count} ${Number(count) === 1 ? one : more}`;
}

const hours =
  (hour: string, minute: string) =>
  (minutes: Params[string] | undefined): string => {
    const whole = Math.floor(Number(minutes) / 60);
    const rest = Number(minutes) % 60;
    const parts = [whole > 0 ? `${whole}${hour}` : '', rest > 0 || whole === 0 ? `${rest}${minute}` : ''];
    return parts.filter((part) => part !== '').join(' ');
  };

/** A time in minutes: `45분`, `1시간 5분`; `45 min`, `1 h 5 min`. */
export const hoursKo = hours('시간', '분');
export const hoursEn = hours(' h', ' min');
