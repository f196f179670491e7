import { line, text } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import type { Arrival, Arrived } from '../types.ts';

const COLUMNS =
  'h.rowid AS row, h.id, h.title, h.summary, coalesce(l.time, h.published, h.first_seen) AS time';

export function arrivals(db: Connection, after: number, until: number, limit: number): Arrival[] {
  const sql = `SELECT ${COLUMNS} FROM headlines h LEFT JOIN listings l ON l.id = h.id AND l.section = 'total'
    WHERE h.rowid > ? AND h.rowid <= ? ORDER BY h.rowid LIMIT ?`;
  return db.all(sql, after, until, limit).map(readArrival);
}

export function arrivalsOf(db: Connection, ids: readonly string[]): Arrival[] {
  const sql = `SELECT ${COLUMNS} FROM json_each(?) wanted
    CROSS JOIN headlines h ON h.id = wanted.value LEFT JOIN listings l ON l.id = h.id AND l.section = 'total'`;
  return db.all(sql, JSON.stringify(ids)).map(readArrival);
}

export function arrivedBetween(db: Connection, from: number, until: number, limit: number): Arrived[] {
  const sql = `SELECT h.rowid AS row, l.id, l.time AS time
    FROM listings l CROSS JOIN headlines h ON h.id = l.id
    WHERE l.section = 'total' AND l.time BETWEEN ? AND ?
    ORDER BY l.time DESC, l.position DESC, l.id DESC LIMIT ?`;
  return db.all(sql, from, until, limit).map(readArrived).reverse();
}

const readArrived = (row: SqlRow): Arrived => ({
  row: Number(row.row),
  id: line(row.id),
  publishedAt: Number(row.time),
});

const readArrival = (row: SqlRow): Arrival => ({
  ...readArrived(row),
  title: line(row.title),
  lead: text(row.summary),
});
