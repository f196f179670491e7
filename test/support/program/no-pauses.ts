// Loaded into the program before it: what it waits for between two requests takes a moment only.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const { setTimeout: wait } = timers;

timers.setTimeout = (ms, value, options) => wait(Math.min(ms ?? 0, 5), value, options);
syncBuiltinESMExports();
