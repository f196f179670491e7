import { koreanTime } from '../korean/times.ts';

/** An instant (ms) as it stands in a file's name, in Korean time: `20261120-030000`. */
export function stamp(ms: number): string {
  return koreanTime(ms).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
