import type { Plugin } from 'esbuild';

export interface Replaced {
  readonly import: RegExp;
  readonly of: string | null;
  readonly file?: string;
  readonly name?: string;
  readonly code?: string;
}

export const REPLACED: readonly Replaced[];
export function replacing(entries?: readonly Replaced[]): Plugin;
