import type { Reader } from '../../reader/types.ts';
import type { ImageSupport } from '../../terminal/images/support.ts';
import type { Pictures } from '../draw/pictures.ts';
import type { Event } from '../state/events.ts';
import type { WantedPhotos } from '../state/photos.ts';

/** What of the terminal photos need: how it shows them, which is found out first, and where they go. */
export interface ImageTerminal {
  readonly support: ImageSupport;
  readonly pictures: Pictures;
  /** East Asian Ambiguous characters take two cells, the half block too. */
  readonly wide: () => boolean;
}

export interface PhotoEffectParts {
  reader(): Pick<Reader, 'photo'>;
  terminal(): Promise<ImageTerminal>;
  answer(...events: readonly Event[]): void;
  /** Called with what nobody foresaw. */
  log(error: unknown): void;
}

/**
 * What shows the photos that the screen wants. What asks the terminal and the reader for them is loaded with the first
 * one; what is wanted no more is left at once.
 */
export function createPhotoEffect(parts: PhotoEffectParts): (wanted: WantedPhotos) => void {
  let show: ((wanted: WantedPhotos) => void) | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function begin(wanted: WantedPhotos): Promise<void> {
    const mine = timer;
    const { createPhotoShow } = await import('./show-photos.ts');
    show ??= createPhotoShow(parts);
    if (mine === timer) show(wanted);
  }

  return (wanted) => {
    show?.({ kind: 'none' });
    clearTimeout(timer);
    timer = undefined;
    if (wanted.kind === 'none') return;
    timer = setTimeout(() => begin(wanted).catch(parts.log), wanted.kind === 'text' ? wanted.pause : 0);
    timer.unref();
  };
}
