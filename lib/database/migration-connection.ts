/** The part of a connection that migrating needs. */
export type MigrationConnection = {
  /** Runs one or more statements. */
  exec(sql: string): Promise<void>;
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
};
