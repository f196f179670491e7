import type { MessageTable } from './types.ts';

/** The line after a crash. */
export const crash = {
  'crash.told': {
    ko: (p) => `프로그램에 오류가 나서 끝냈습니다. 저장한 것은 그대로입니다. 기록: ${p.path}`,
    en: (p) => `the program had to stop; nothing that was saved is lost. Log: ${p.path}`,
  },
} satisfies MessageTable;
