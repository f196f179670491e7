// Gives the built program the time in a file: `node --import …/clock-file.ts dist/bin.js` with $CLOCK_FILE,
// whose text is ms since the epoch. The file is looked at ten times a second; between its changes time goes
// on.
import { readFileSync } from 'node:fs';

const { now } = Date;
let looked = 0;
let told = 0;
let since = 0;
Date.now = () => {
  const at = now();
  if (at - looked >= 100) {
    looked = at;
    const read = Number(readFileSync(process.env.CLOCK_FILE!, 'utf8'));
    if (read !== told) [told, since] = [read, at];
  }
  return told + (at - since);
};
