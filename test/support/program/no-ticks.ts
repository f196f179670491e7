// Loaded into the program before it: its clock, which looks every five seconds for what others changed, stands still.
const { setInterval: every } = globalThis;
const TICK = 5000;

globalThis.setInterval = ((act: () => void, ms?: number) =>
  every(act, ms === TICK ? 3_600_000 : ms)) as typeof setInterval;
