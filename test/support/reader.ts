// A reader that asks the network itself, as the commands have it.

import { createFetching, type FetchingParts } from '../../source/reader/fetching.ts';
import { createReader, type Reader } from '../../source/reader.ts';

export const readerOn = (parts: FetchingParts): Reader =>
  createReader({ ...parts, fetching: createFetching(parts) });
