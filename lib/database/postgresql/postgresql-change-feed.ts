import { Client } from 'pg';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { SECOND } from '../../shared/time/duration';
import { declareGuard } from '../../shared/async/guard-rounds';
import { withTimeout } from '../../shared/async/with-timeout';
import { CHANGE_CHANNEL } from '../database';
import { Subscriptions } from '../subscriptions';
import type { LiveProcesses } from './live-processes';

/** Pause between a heartbeat's answer and the next. */
const HEARTBEAT_EVERY_MS = SECOND;

/** A connection counts as half open when a heartbeat takes longer. */
const HEARTBEAT_TIMEOUT_MS = 3 * SECOND;

/**
 * LISTENs on a connection of its own, with a heartbeat, because a half-open connection looks like an idle one. A lost
 * connection is reopened, and all subscribers are notified.
 */
export class PostgresqlChangeFeed implements ChangeFeed {
  readonly #url: string;
  readonly #processes: LiveProcesses;
  readonly #onFault: (error: unknown) => void;
  readonly #subscriptions = new Subscriptions();
  readonly #countBeat = declareGuard('change-feed-heartbeat', HEARTBEAT_EVERY_MS);
  #client: Client | null = null;
  #isListening = false;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(url: string, processes: LiveProcesses, onFault: (error: unknown) => void) {
    this.#url = url;
    this.#processes = processes;
    this.#onFault = onFault;
  }

  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'tessera changes',
      keepAlive: true,
      connectionTimeoutMillis: 5 * SECOND,
    });
    client.on('notification', ({ payload }) => this.#subscriptions.notify(payload ?? ''));
    client.on('error', (error) => this.#reconnect(client, error));
    client.on('end', () => this.#reconnect(client, new Error('the connection that listens for changes ended')));
    this.#client = client;
    await client.connect();
    await client.query(`LISTEN ${CHANGE_CHANNEL}`);
    await this.#processes.join(client);
    if (this.#client !== client) return;
    this.#isListening = true;
    this.#beatLater(client);
    this.#subscriptions.notifyAll();
  }

  async subscribe(id: ActivationId, listener: () => void): Promise<() => void> {
    return this.#subscriptions.add(id, listener);
  }

  /** @throws Error while notices do not arrive */
  checkHealth(): void {
    if (!this.#isListening) throw new Error('change notices do not arrive: their connection is being reopened');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #beatLater(client: Client): void {
    this.#timer = setTimeout(() => {
      // Checked besides the timeout, because a busy event loop may not yet have read an answer that is there.
      const heartbeat = this.#processes.look(client);
      withTimeout(HEARTBEAT_TIMEOUT_MS, heartbeat)
        .catch(() => withTimeout(0, heartbeat))
        .then(
          () => this.#goOn(client),
          (error: unknown) => this.#reconnect(client, error),
        );
    }, HEARTBEAT_EVERY_MS);
  }

  #goOn(client: Client): void {
    this.#countBeat();
    if (!this.#isClosed && this.#client === client) this.#beatLater(client);
  }

  #reconnect(lost: Client, error: unknown): void {
    if (this.#isClosed || this.#client !== lost) return;
    this.#client = null;
    this.#isListening = false;
    this.#onFault(error);
    if (this.#timer) clearTimeout(this.#timer);
    lost.end().catch(this.#onFault);
    this.#connectAgain();
  }

  #connectAgain(): void {
    this.connect().catch((error: unknown) => {
      if (this.#client === null || this.#isClosed) return;
      this.#client = null;
      this.#onFault(error);
      this.#timer = setTimeout(() => this.#connectAgain(), SECOND);
    });
  }
}
