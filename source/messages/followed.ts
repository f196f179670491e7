import type { Params } from './types.ts';

/** Something that is followed, by its `kind` and `name`; a story by a headline's `title`. */
export function followedKo({ kind, name, title }: Params): string {
  if (kind === 'story') return title ? `‘${title}’ 소식` : '이 소식';
  return kind === 'reporter' ? `${name} 기자` : kind === 'tag' ? `#${name}` : `연재 [${name}]`;
}

export function followedEn({ kind, name, title }: Params): string {
  if (kind === 'story') return title ? `the story of “${title}”` : 'this story';
  return kind === 'reporter' ? `reporter ${name}` : kind === 'tag' ? `#${name}` : `the column [${name}]`;
}
