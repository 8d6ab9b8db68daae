import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';

/**
 * Sends one statement, which is a transaction of its own, and answers its rows:
 *
 *     const [row] = await sql<{ state: string }>`SELECT state FROM activation WHERE id = ${id}`;
 *
 * Straight to the driver, as a prepared statement: Prisma takes ten times as long to say the same. It is for what every
 * activation and every page does; the rest asks Prisma, which knows the types.
 * @throws StatementError when the database refuses it, or cannot be reached
 */
export type Sql = <Row = unknown>(text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>;

/** A part of a statement, for what several have in common. */
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

/** A part without values. @param text never what came from outside */
export function constantPart(text: string): SqlPart {
  return new SqlPart([text], []);
}

/** A statement failed. Neither its text nor its values are in it, because errors are logged. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** PostgreSQL's SQLSTATE, or the system's code for what befell the connection; null when there is none. */
  readonly code: string | null;
  /** Name of the constraint that was violated; null when it was none. */
  readonly constraint: string | null;

  constructor(error: unknown) {
    const { message, code, constraint }: DriverError = error instanceof Error ? error : new Error(String(error));
    super(code === undefined ? message : `${message} (${code})`);
    this.code = code ?? null;
    this.constraint = constraint ?? null;
  }
}

type DriverError = Error & { code?: string; constraint?: string };

/** Statements through connections that are shared with others. */
export function sqlThroughPool(pool: Pool): Sql {
  const names = new Map<string, string>();
  return statementSender(async (text, values) => {
    const name = names.get(text) ?? `tessera_${names.size + 1}`;
    names.set(text, name);
    return (await pool.query({ name, text, values })).rows;
  });
}

/** Statements to the embedded database; they wait for a transaction that is under way. */
export function sqlThroughPglite(pglite: Pick<PGlite, 'query'>): Sql {
  return statementSender(async (text, values) => (await pglite.query(text, values)).rows);
}

function statementSender(send: (text: string, values: unknown[]) => Promise<unknown[]>): Sql {
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

/** @param values what the text's `$1`, `$2` … stand for, to which those of these parts are added */
function write(strings: readonly string[], parts: readonly unknown[], values: unknown[]): string {
  let text = strings[0] ?? '';
  for (const [place, value] of parts.entries()) {
    text += value instanceof SqlPart ? write(value.strings, value.values, values) : `$${values.push(value)}`;
    text += strings[place + 1] ?? '';
  }
  return text;
}

/** A property's column: `serialNumber` is kept in `serial_number`. */
export function columnOf(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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
