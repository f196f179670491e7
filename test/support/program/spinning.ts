// Loaded before the program (`--import`): the worker spins as soon as it is asked for the feed, or the page, that SPIN_ON names.
import { writeFileSync } from 'node:fs';

const { SPIN_ON, SPIN_PID } = process.env;

if (process.argv[1]?.endsWith('worker.js') && SPIN_ON !== undefined) {
  process.on('message', (request: unknown) => {
    if (!JSON.stringify(request).includes(SPIN_ON)) return;
    // Later than the program's own listener, which begins the job.
    setImmediate(() =>
      setTimeout(() => {
        if (SPIN_PID !== undefined) writeFileSync(SPIN_PID, String(process.pid));
        for (;;);
      }, 10),
    );
  });
}
