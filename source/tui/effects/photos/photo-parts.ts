import type { Reader } from '../../../reader/types.ts';
import type { ImageTerminal } from '../../../terminal/images/open.ts';
import type { Event } from '../../state/events.ts';

/** The dependencies of showing photos. */
export interface PhotoEffectParts {
  reader(): Pick<Reader, 'photo'>;
  terminal(): Promise<ImageTerminal>;
  answer(...events: readonly Event[]): void;
  /** Called with unforeseen errors. */
  log(error: unknown): void;
}
