import type { Metafile } from 'esbuild';

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

type Outputs = Record<string, { inputs: Metafile['outputs'][string]['inputs'] }>;

export function bundledPackages(outputs: Outputs): string[];
export function noticeOf(folder: string): Notice;
export function headingOf(notice: Notice): string;
export function thirdPartyText(folders: readonly string[]): string;
