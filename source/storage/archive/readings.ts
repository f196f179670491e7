/** Readings: a row for each article and day. Articles marked read by hand do not count. */
import { line, parseJson } from '../files/stored-json.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Reading } from '../types.ts';

/** Notes a reading; the same article on the same day counts once, with the more complete data. */
export function noteReading(db: Connection, { id, day, section, reporters, minutes }: Reading): void {
  db.run(
    `INSERT INTO readings (id, day, section, reporters, minutes) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET section = coalesce(excluded.section, section),
        reporters = CASE WHEN excluded.reporters = '[]' THEN reporters ELSE excluded.reporters END,
        minutes = max(minutes, excluded.minutes)`,
    id,
    day,
    section,
    JSON.stringify(reporters),
    minutes,
  );
}

export function readings(db: Connection): Reading[] {
  return db.all('SELECT * FROM readings ORDER BY day, id').map((row) => {
    const names = parseJson(String(row.reporters));
    return {
      id: line(row.id),
      day: line(row.day),
      section: line(row.section) || null,
      reporters: Array.isArray(names) ? names.flatMap((name) => line(name) || []) : [],
      minutes: Number(row.minutes) || 0,
    };
  });
}
