// The statements that SQLite runs during an act.
import { StatementSync } from 'node:sqlite';

export interface Query {
  readonly sql: string;
  /** The number of rows that it gave. */
  readonly rows: number;
}

/** The queries an act makes, in their order. */
export function queriesOf(act: () => void): Query[] {
  const made: Query[] = [];
  const { all, get } = StatementSync.prototype;
  StatementSync.prototype.all = function (this: StatementSync, ...values: never[]) {
    const rows = Reflect.apply(all, this, values) as ReturnType<StatementSync['all']>;
    made.push({ sql: this.sourceSQL, rows: rows.length });
    return rows;
  };
  StatementSync.prototype.get = function (this: StatementSync, ...values: never[]) {
    const row = Reflect.apply(get, this, values) as ReturnType<StatementSync['get']>;
    made.push({ sql: this.sourceSQL, rows: row === undefined ? 0 : 1 });
    return row;
  };
  try {
    act();
  } finally {
    Object.assign(StatementSync.prototype, { all, get });
  }
  return made;
}
