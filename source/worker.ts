// The entry of the process that fetches and renders photos for the full-screen reader. Node keeps its
// compiled code in the folder that the reader's process names (NODE_COMPILE_CACHE).
import { type Network, openFetching } from './compose/fetching.ts';
import { serve } from './worker/serve.ts';

serve(openFetching({ env: process.env, now: Date.now }, (process.argv[2] ?? 'live') as Network));
