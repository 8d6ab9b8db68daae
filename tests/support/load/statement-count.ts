import { Client } from 'pg';

/** What a PostgreSQL server has to be started with so that statements can be counted. */
export const COUNTING_SETTINGS = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.max=1000'];

export type CountedStatement = { query: string; calls: number; milliseconds: number };

/** Counts what the clients of one database send to it, the beginnings and ends of transactions included. */
export class StatementCount {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<StatementCount> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    return new StatementCount(client);
  }

  async reset(): Promise<void> {
    await this.#client.query('SELECT pg_stat_statements_reset()');
  }

  /** Most frequent first. */
  async read(): Promise<CountedStatement[]> {
    const { rows } = await this.#client.query<CountedStatement>(
      `SELECT query, calls::int, total_exec_time AS milliseconds FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'
       ORDER BY calls DESC`,
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
