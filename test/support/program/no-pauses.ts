// Loaded into the program before it: shortens its pauses between two requests to a moment.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const { setTimeout: wait } = timers;

timers.setTimeout = (ms, value, options) => wait(Math.min(ms ?? 0, 5), value, options);
syncBuiltinESMExports();
