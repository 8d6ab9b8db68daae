import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrCreateSecrets } from '@/lib/config/data-directory/stored-secrets';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { postgresqlEnvironment, withAllRights } from '../databases/postgresql-environment';
import { Server } from '@/lib/kit/server/server';
import { FRONT_END_KEY } from '../servers/test-gateway';
import { SECOND } from '@/lib/shared/time/duration';
import { HttpClient } from './http-client';
import { addLoadPeople, type LoadPerson } from './load-people';
import { processorMs } from './processor-ms';

/** Limits for people, who press a button now and then, must not be what is measured. */
const WITHOUT_LIMITS = {
  TESSERA_STARTS_PER_DAY: '100000',
  TESSERA_ACTIVATION_LIMIT: '0',
  TESSERA_STEP_UP_SECONDS: '3600',
  TESSERA_LOG_LEVEL: 'warn',
};

type LoadSiteOptions = {
  people: number;
  /** Address of a PostgreSQL server that may be filled with databases; the embedded database without it. */
  postgresql?: string;
  /** Processes that share the PostgreSQL database (default: one). */
  replicas?: number;
  env?: Record<string, string>;
  /** Puts what else the site is to know into its database before it starts. */
  fill?: (client: PrismaClient, people: readonly LoadPerson[]) => Promise<void>;
};

/** A built server with a database of its own and people who are signed in. */
export class LoadSite {
  readonly server: Server;
  /** All processes, of which `server` is the first. */
  readonly servers: readonly Server[];
  readonly people: readonly LoadPerson[];
  /** Address of the database; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Age of a proof from which on the site asks for it again, in milliseconds. */
  readonly stepUpAgeMs: number;
  readonly client: HttpClient;
  readonly #directory: string;

  private constructor(
    server: Server,
    others: Server[],
    people: LoadPerson[],
    databaseUrl: string | null,
    stepUpAgeMs: number,
    directory: string,
  ) {
    this.server = server;
    this.servers = [server, ...others];
    this.people = people;
    this.databaseUrl = databaseUrl;
    this.stepUpAgeMs = stepUpAgeMs;
    this.client = new HttpClient(server.url);
    this.#directory = directory;
  }

  static async open({ people: count, postgresql, replicas = 1, env, fill }: LoadSiteOptions): Promise<LoadSite> {
    const directory = mkdtempSync(join(tmpdir(), 'tessera-load-'));
    // What is measured waits for the disk, as what is shipped does.
    const shared = { ...WITHOUT_LIMITS, TESSERA_FSYNC: '1', GATEWAY_FRONT_END_KEY: FRONT_END_KEY, ...env };
    const stepUpAgeMs = Number(shared.TESSERA_STEP_UP_SECONDS) * SECOND;
    if (postgresql !== undefined) {
      const settings = await postgresqlEnvironment(postgresql);
      const database = await openPostgresql(settings.DATABASE_URL, () => {});
      const people = await addLoadPeople(database.client, settings.TESSERA_SESSION_SECRET, count);
      await fill?.(database.client, people);
      await database.close();
      const server = await Server.start({ env: { ...settings, ...shared } });
      const others: Server[] = [];
      while (others.length < replicas - 1) others.push(await Server.start({ env: { ...settings, ...shared } }));
      return new LoadSite(
        server,
        others,
        people,
        withAllRights(postgresql, settings.DATABASE_URL),
        stepUpAgeMs,
        directory,
      );
    }
    const template = join(directory, 'data');
    mkdirSync(template);
    const secrets = readOrCreateSecrets(template, {});
    const database = await openEmbeddedDatabase(template);
    const people = await addLoadPeople(database.client, secrets.TESSERA_SESSION_SECRET, count);
    await fill?.(database.client, people);
    await database.close();
    const server = await Server.start({ template, env: shared });
    return new LoadSite(server, [], people, null, stepUpAgeMs, directory);
  }

  /** Milliseconds of processor time that the server has used so far. */
  async processorMs(): Promise<number> {
    return processorMs(this.server.url);
  }

  /** Stops the server, as an operator would, and deletes its data. */
  async close(): Promise<void> {
    this.client.close();
    await Promise.all(this.servers.map((server) => server.stop()));
    await Promise.all(this.servers.map((server) => server.dispose()));
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
