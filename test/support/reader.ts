// A reader that asks the network itself, as the commands have it.

import { createFetching, type FetchingParts } from '../../source/reader/fetching.ts';
import { createReader } from '../../source/reader/reader.ts';
import type { Reader, ReaderParts } from '../../source/reader/types.ts';

export const readerOn = (parts: FetchingParts & Pick<ReaderParts, 'warn'>): Reader =>
  createReader({ ...parts, fetching: createFetching(parts) });
