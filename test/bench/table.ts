// The printed table: the limits, and the measurements.
import { cpus } from 'node:os';

export interface Row {
  readonly what: string;
  readonly must: string;
  readonly aim: string;
  readonly measured: string;
  /** The limit that was met; `—` where there is none. */
  readonly met: 'aim' | 'must' | '**missed**' | '—';
}

/** A figure that is to be no higher than `must`, and at best no higher than `aim`. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** How a figure of this kind is written: `1.8 ×`. */
  readonly as: (value: number) => string;
  readonly must?: number;
  readonly aim?: number;
  /** A note beside the figure. */
  readonly note?: string;
}

export const asMs = (value: number): string => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
export const asRatio = (value: number): string => `${value.toFixed(2)} ×`;
export const asBytes = (value: number): string => `${Math.round(value).toLocaleString('en')} bytes`;
export const asMegabytes = (value: number): string => `${value.toFixed(0)} MB`;
export const asPercent = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
export const asCount = (value: number): string => value.toLocaleString('en');

export function figure({ what, value, as, must, aim, note }: Figure): Row {
  const within = (limit: number | undefined): boolean => limit !== undefined && value <= limit;
  return {
    what,
    must: must === undefined ? '' : `≤ ${as(must)}`,
    aim: aim === undefined ? '' : `≤ ${as(aim)}`,
    measured: note === undefined ? as(value) : `${as(value)} (${note})`,
    met: must === undefined ? '—' : !within(must) ? '**missed**' : within(aim) ? 'aim' : 'must',
  };
}

/** A row that could not be measured here, and why. */
export const skipped = (what: string, why: string): Row => ({
  what,
  must: '',
  aim: '',
  measured: `skipped: ${why}`,
  met: '—',
});

const COLUMNS = ['what', 'must', 'aim', 'measured', 'met'] as const;

export const HEADER = `| ${COLUMNS.join(' | ')} |\n|${COLUMNS.map(() => '---|').join('')}`;

export const line = (row: Row): string => `| ${COLUMNS.map((column) => row[column]).join(' | ')} |`;

/** Node's version, the machine and the day of the measurement. */
export function machine(): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `Node ${process.versions.node}, ${processors[0]?.model.trim()}, ${processors.length} cores, ${process.platform}, ${date}`;
}
