/** Borrows a copy of an archive, says so and waits to be killed. */
import { borrowArchive } from '../../../source/storage/archive/temporary-copy.ts';

const archive = borrowArchive(process.argv[2]!, Date.now);
process.stdout.write(`${archive?.count({ section: 'total' })}\n`);
setInterval(() => undefined, 1000);
