import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What a PostgreSQL server needs to log the plan of every statement, whoever sends it. */
export const LOG_PLANS = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_format=json',
  'auto_explain.log_analyze=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_nested_statements=on',
];

/**
 * @property isSearched whether it was read from one end for rows that fit, as is what no index answers
 * @property rows that were read, whether or not they fitted
 */
type TableRead = { table: string; isSearched: boolean; rows: number };

export type SentStatement = { text: string; reads: TableRead[]; returned: number };

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  Filter?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
};

/** Reads a server's log on, from where it was read last. */
export class StatementLog {
  readonly #file: string;
  #position: number;

  /** @param file of a server with `LOG_PLANS` */
  constructor(file: string) {
    this.#file = file;
    this.#position = statSync(file).size;
  }

  /** Statements that have ended since the last call: a server logs one before it answers. */
  takeSent(): SentStatement[] {
    const text = this.#readOn();
    // Further lines of an entry begin with a tab.
    return [...text.matchAll(/duration: [\d.]+ ms {2}plan:\n((?:\t.*\n)+)/g)].map(([, json = '']) => {
      const entry = JSON.parse(json.replaceAll(/^\t/gm, '')) as { 'Query Text': string; Plan: PlanNode };
      return { text: entry['Query Text'], reads: readsOf(entry.Plan), returned: entry.Plan['Actual Rows'] };
    });
  }

  #readOn(): string {
    const { size } = statSync(this.#file);
    const buffer = Buffer.alloc(size - this.#position);
    const file = openSync(this.#file, 'r');
    readSync(file, buffer, 0, buffer.length, this.#position);
    closeSync(file);
    this.#position = size;
    return buffer.toString();
  }
}

function readsOf(node: PlanNode): TableRead[] {
  const inner = (node.Plans ?? []).flatMap(readsOf);
  const table = node['Relation Name'];
  if (table === undefined || !node['Node Type'].endsWith('Scan')) return inner;
  const rows =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const isSearched = node['Node Type'] === 'Seq Scan' && node.Filter !== undefined;
  return [{ table, isSearched, rows: rows * node['Actual Loops'] }, ...inner];
}
