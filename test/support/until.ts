import { vi } from 'vitest';
import { PATIENCE } from './patience.ts';

/** Waits until `look` throws no more; resolves to what it returned then. @throws its last error, when patience ends. */
export const until = <Found>(look: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(look, { timeout: PATIENCE });
