// The entry of the process that asks the network and renders photos for the full-screen reader. Node keeps what it
// compiles of it where the reader's process says (NODE_COMPILE_CACHE).
import { type Network, openFetching } from './compose.ts';
import { serve } from './worker/serve.ts';

serve(openFetching({ env: process.env, now: Date.now }, (process.argv[2] ?? 'live') as Network));
