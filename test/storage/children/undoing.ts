/**
 * Keeps acts that can be taken back, `count` of them on articles whose ids begin with `prefix`, from a time on (ms since
 * the epoch), so that several processes do it at once.
 */
import { openUndo } from '../../../source/storage/config/undo.ts';

const [home, prefix, count, from] = process.argv.slice(2);
const undo = openUndo(home!, Date.now);
while (Date.now() < Number(from));
for (let at = 0; at < Number(count); at++)
  undo.push({ kind: 'read', ids: [`${prefix}${at}`], read: false }, undo.stamp());
