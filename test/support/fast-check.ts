// fast-check, with the same cases in every run of `npm test`, so that a tree passes or fails for its own sake; a full run
// looks at new ones. `SEED=123 npx vitest run …` repeats those of a failure.
import fc from 'fast-check';
import { FULL } from './fuzz.ts';

/** Any number does: the cases of the usual runs. */
const USUAL = 20261128;

const asked = Number(process.env.SEED);
if (Number.isInteger(asked) && asked !== 0) fc.configureGlobal({ seed: asked });
else if (!FULL) fc.configureGlobal({ seed: USUAL });

export default fc;
