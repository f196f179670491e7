// Sets the clock of the built program: `node --import …/clock.ts dist/bin.js` with $CLOCK_AHEAD in ms.
const { now } = Date;
Date.now = () => now() + Number(process.env.CLOCK_AHEAD ?? 0);
