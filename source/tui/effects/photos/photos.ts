import type { WantedPhotos } from '../../state/photos.ts';
import type { PhotoEffectParts } from './photo-parts.ts';

/**
 * The effect that shows the photos that the screen wants. The code that asks the terminal and the reader for
 * them is imported with the first one; a photo that is no longer wanted is dropped at once.
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
