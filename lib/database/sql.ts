import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { Prisma } from '../generated/prisma/client';
import { reading } from './reading';

/** A statement with its values. */
export type Statement = <Row = unknown>(text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>;

/**
 * Runs one statement, in a transaction of its own, and returns its rows:
 *
 * const [row] = await sql.read<{ state: string }>`SELECT state FROM activation WHERE id = ${id}`;
 *
 * What is said to read is sent again when its connection is lost, see `reading`; what may write is not. It goes straight to the driver as a prepared statement, because Prisma takes ten times as long. Used by what every
 * activation and every page does; everything else uses Prisma, which knows the types.
 * @throws StatementError when the database refuses the statement or cannot be reached
 */
export type Sql = Statement & { readonly read: Statement };

/** A fragment that several statements share. */
export class SqlPart {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

export function part(strings: TemplateStringsArray, ...values: readonly unknown[]): SqlPart {
  return new SqlPart(strings, values);
}

/** A fragment without values. @param text never from outside */
export function constantPart(text: string): SqlPart {
  return new SqlPart([text], []);
}

/** A failed statement. Contains neither its text nor its values, because errors are logged. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** PostgreSQL's SQLSTATE, or the system's code of a connection error; null when there is none. */
  readonly code: string | null;
  /** Name of the violated constraint; null when there is none. */
  readonly constraint: string | null;

  constructor(error: unknown) {
    const { message, code, constraint }: DriverError = error instanceof Error ? error : new Error(String(error));
    super(code === undefined ? message : `${message} (${code})`);
    this.code = code ?? null;
    this.constraint = constraint ?? null;
  }
}

type DriverError = Error & { code?: string; constraint?: string };

/** Runs statements on connections of a shared pool. */
export function sqlThroughPool(pool: Pool): Sql {
  const names = new Map<string, string>();
  return statementSender(async (text, values) => {
    const name = names.get(text) ?? `tessera_${names.size + 1}`;
    names.set(text, name);
    return (await pool.query({ name, text, values })).rows;
  });
}

/** Runs statements on the embedded database; they wait for an open transaction. */
export function sqlThroughPglite(pglite: Pick<PGlite, 'query'>): Sql {
  return statementSender(async (text, values) => (await pglite.query(text, values)).rows);
}

/** Runs statements in an open transaction of Prisma's. */
export function sqlWithin(transaction: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>): Statement {
  return statement((text, values) => transaction.$queryRawUnsafe(text, ...values));
}

type Send = (text: string, values: unknown[]) => Promise<unknown[]>;

function statementSender(send: Send): Sql {
  return Object.assign(statement(send), { read: statement((...sent) => reading(() => send(...sent))) });
}

function statement(send: Send): Statement {
  return async <Row>(strings: TemplateStringsArray, ...parts: readonly unknown[]) => {
    const values: unknown[] = [];
    const text = write(strings, parts, values);
    try {
      return (await send(text, values)) as Row[];
    } catch (error) {
      throw new StatementError(error);
    }
  };
}

/** @param values collects the values of `$1`, `$2` … */
function write(strings: readonly string[], parts: readonly unknown[], values: unknown[]): string {
  let text = strings[0] ?? '';
  for (const [place, value] of parts.entries()) {
    text += value instanceof SqlPart ? write(value.strings, value.values, values) : `$${values.push(value)}`;
    text += strings[place + 1] ?? '';
  }
  return text;
}

/** A property's column: `serial_number` for `serialNumber`. */
export function columnOf(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The property of a column, see `columnOf`. */
export function propertyOf(column: string): string {
  return column.replaceAll(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase());
}

/** A row as `row_to_json` returns it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Converts columns to properties, and timestamps, whose names end in `_at`, to dates. */
export function propertiesOf(row: JsonRow): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const property = propertyOf(column);
      return [property, typeof value === 'string' && column.endsWith('_at') ? new Date(value) : value];
    }),
  );
}

/**
 * Whether a write violated a unique index. Drivers report the index in different places of the error, so its whole text
 * is searched.
 * @param indices names of indices or, where the driver reports columns, one of each index's columns
 */
export function violatesUnique(error: unknown, ...indices: string[]): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause) ?? ''}`;
  return (text.includes('P2002') || text.includes('23505')) && indices.some((index) => text.includes(index));
}
