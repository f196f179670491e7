/** The system's error codes and the ends of programs, in words. */
import { particle } from '../korean/josa.ts';
import type { Language, Params } from './types.ts';

/** What the codes mean for a file, a folder or an output: a noun phrase for a bracket, in Korean and in English. */
const ERRORS: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  ENOENT: ['없는 폴더', 'no such folder'],
  ENOTDIR: ['폴더가 아닌 곳', 'not a folder'],
  EISDIR: ['폴더', 'a folder'],
  EACCES: ['권한 없음', 'no permission'],
  EPERM: ['권한 없음', 'no permission'],
  EROFS: ['읽기 전용', 'read-only'],
  ENOSPC: ['디스크가 가득 참', 'the disk is full'],
  EDQUOT: ['쓸 수 있는 용량을 다 씀', 'the quota is used up'],
  EFBIG: ['파일이 너무 큼', 'the file is too large'],
  ENAMETOOLONG: ['이름이 너무 김', 'the name is too long'],
  EEXIST: ['같은 이름의 파일이 있음', 'a file of that name is in the way'],
  EBUSY: ['다른 프로그램이 쓰는 중', 'in use by another program'],
  EMFILE: ['열린 파일이 너무 많음', 'too many open files'],
  ENFILE: ['열린 파일이 너무 많음', 'too many open files'],
  EIO: ['장치 오류', 'a device error'],
  EBADF: ['닫힌 출력', 'the output is closed'],
};

/** A system error's code in words. */
export function errorText(language: Language, code: Params[string] | undefined): string {
  const [ko, en] = ERRORS[String(code)] ?? ['알 수 없는 이유', 'for an unknown reason'];
  return language === 'ko' ? ko : en;
}

/**
 * How a program ended that did not end well; '' without a name. `ending` is its exit status, or the name of a signal
 * or of the error by which it could not be started.
 */
export function endingText(language: Language, { name, ending }: Params): string {
  if (!name) return '';
  const program = String(name);
  const isKorean = language === 'ko';
  switch (ending) {
    case 'ENOENT':
      return isKorean ? `${particle(program, '을/를')} 찾을 수 없습니다` : `${program} was not found`;
    case 'EACCES':
    case 'EPERM':
      return isKorean ? `${program}: 실행할 권한이 없습니다` : `there is no permission to run ${program}`;
  }
  if (String(ending).startsWith('SIG')) {
    return isKorean ? `${particle(program, '이/가')} 도중에 멈췄습니다` : `${program} was stopped midway`;
  }
  return isKorean ? `${particle(program, '이/가')} 오류로 끝났습니다` : `${program} ended with an error`;
}
