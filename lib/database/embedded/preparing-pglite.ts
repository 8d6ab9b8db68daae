import { messages, Mutex, parse, PGlite, protocol } from '@electric-sql/pglite';
import type { PGliteOptions, QueryOptions, Results, Transaction } from '@electric-sql/pglite';

/**
 * Number of statements kept prepared. The product has fewer texts than this, but those with lists vary with their
 * lengths.
 */
const MOST_PREPARED = 250;

/** SQLSTATEs of a statement that was prepared for another schema, and of one that is no longer prepared. */
const STALE: ReadonlySet<string | undefined> = new Set(['0A000', '26000']);

const { serialize } = protocol;

const EXECUTE_AND_SYNC = Buffer.concat([serialize.execute({}), serialize.sync()]);

/** @property description of the rows, if there are any */
type Prepared = { name: string; parameterTypes: number[]; description: Parameters<typeof parse.parseResults>[0] };

/** The options that a statement may be sent with. */
type Options = Pick<QueryOptions, 'rowMode' | 'parsers' | 'serializers'>;

/**
 * A PGlite that keeps its statements prepared. PGlite itself parses and plans each one again, and enters WebAssembly
 * six times for it.
 */
export class PreparingPglite extends PGlite {
  /** By their texts, least recently used first. */
  readonly #prepared = new Map<string, Prepared>();
  /** One statement or transaction at a time. */
  readonly #turns = new Mutex();
  #names = 0;

  static async open(options: PGliteOptions): Promise<PreparingPglite> {
    const pglite = new PreparingPglite(options);
    await pglite.waitReady;
    return pglite;
  }

  override async query<Row>(text: string, values: unknown[] = [], options: Options = {}): Promise<Results<Row>> {
    return this.#turns.runExclusive(async () => {
      // Throws.
      if (this.closed) return super.query<Row>(text);
      try {
        return await this.#run<Row>(text, values, options);
      } catch (error) {
        if (!isStale(error)) throw error;
        // A transaction of its own, which has left nothing behind.
        return this.#run<Row>(text, values, options);
      }
    });
  }

  override exec(...statement: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    return this.#turns.runExclusive(() => super.exec(...statement));
  }

  override transaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
    const prepare = (transaction: Transaction) => {
      const query = async <Row>(text: string, values: unknown[] = [], options: Options = {}): Promise<Results<Row>> =>
        // Throws by itself once it is closed.
        transaction.closed ? transaction.query(text, values, options) : this.#run(text, values, options);
      return work(Object.create(transaction, { query: { value: query } }) as Transaction);
    };
    return this.#turns.runExclusive(() => super.transaction(prepare));
  }

  /** Runs `work` between two transactions, while the files hold everything that was committed and none is written to. */
  pause<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.#turns.runExclusive(async () => {
      await super.exec('CHECKPOINT');
      return work();
    });
  }

  #run<Row>(text: string, values: unknown[], options: Options): Promise<Results<Row>> {
    return this.runExclusive(async () => {
      const statement = this.#prepared.get(text) ?? (await this.#prepare(text));
      this.#prepared.delete(text);
      this.#prepared.set(text, statement);
      try {
        return await this.#execute<Row>(statement, values, options);
      } catch (error) {
        if (isStale(error)) await this.#forget(text, statement);
        throw error;
      }
    });
  }

  async #prepare(text: string): Promise<Prepared> {
    const [oldest] = this.#prepared;
    if (oldest && this.#prepared.size >= MOST_PREPARED) await this.#forget(...oldest);
    const name = `prepared_${(this.#names += 1)}`;
    const described = await this.#send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const description = described.filter((message) => message instanceof messages.RowDescriptionMessage);
    return { name, parameterTypes: parse.parseDescribeStatementResults(described), description };
  }

  async #execute<Row>(
    { name, parameterTypes, description }: Prepared,
    values: unknown[],
    options: Options,
  ): Promise<Results<Row>> {
    const bound = values.map((value, place) => this.#written(value, parameterTypes[place], options));
    const answer = await this.#send(serialize.bind({ statement: name, values: bound }), EXECUTE_AND_SYNC);
    const [results] = parse.parseResults([...description, ...answer], this.parsers, options);
    return results as Results<Row>;
  }

  #written(value: unknown, type: number | undefined, { serializers }: Options): string | null {
    if (value === null || value === undefined) return null;
    const write = type === undefined ? undefined : (serializers?.[type] ?? this.serializers[type]);
    if (write) return write(value);
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
    throw new TypeError(`PGlite cannot write such a value as type ${type}`);
  }

  async #forget(text: string, { name }: Prepared): Promise<void> {
    this.#prepared.delete(text);
    await this.#send(serialize.close({ type: 'S', name }), serialize.sync());
  }

  /** Files are synced with the answer, so that nothing remains to be written afterwards. */
  #send(...parts: Uint8Array[]) {
    return this.execProtocolStream(Buffer.concat(parts), { syncToFs: false });
  }
}

function isStale(error: unknown): boolean {
  return error instanceof messages.DatabaseError && STALE.has(error.code);
}
