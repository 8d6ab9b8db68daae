import { Client } from 'pg';
import type { ActivationId } from '../activation/activation-id';
import type { ChangeFeed } from '../activation/change-feed';
import { SECOND } from '../shared/duration';
import { CHANGE_CHANNEL } from './database';
import { Subscriptions } from './subscriptions';

/** LISTEN on a connection of its own. When that is lost it is made again, and everybody is told to look. */
export class PostgresqlChangeFeed implements ChangeFeed {
  private readonly url: string;
  private readonly onFault: (error: unknown) => void;
  private readonly subscriptions = new Subscriptions();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(url: string, onFault: (error: unknown) => void) {
    this.url = url;
    this.onFault = onFault;
  }

  async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5 * SECOND });
    client.on('notification', ({ payload }) => this.subscriptions.notify(payload ?? ''));
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, new Error('the connection that listens for changes ended')));
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${CHANGE_CHANNEL}`);
    this.subscriptions.notifyAll();
  }

  async subscribe(id: ActivationId, listener: () => void): Promise<() => void> {
    return this.subscriptions.add(id, listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private reconnect(lost: Client, error: unknown): void {
    if (this.closed || this.client !== lost) return;
    this.client = null;
    this.onFault(error);
    lost.end().catch(this.onFault);
    this.connectLater();
  }

  private connectLater(): void {
    this.retry = setTimeout(() => {
      this.connect().catch((error: unknown) => {
        if (this.client === null) return;
        this.client = null;
        this.onFault(error);
        if (!this.closed) this.connectLater();
      });
    }, SECOND);
  }
}
