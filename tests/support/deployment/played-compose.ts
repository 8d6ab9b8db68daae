import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { programArguments } from '@/lib/kit/server/program';
import { poll } from '@/lib/kit/poll';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from '../databases/throw-away-postgresql';
import { repository } from '../repository';
import { COMPOSE_FOLDER, readCompose } from './compose';

type Program = { child: ChildProcess; ended: Promise<unknown>; output: string };

/** Superusers come without a password, everybody else with theirs. */
const WHO_CONNECTS = 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n';

/**
 * The services of the compose file as processes of this machine, with the settings and files that it gives each. What differs
 * is where services find each other: ports instead of names.
 */
export class PlayedCompose {
  readonly url: string;
  /** Trusts the authority of its own that Caddy has made. */
  readonly authority: string;
  readonly database: ThrowAwayPostgresql;
  readonly #folder: string;
  readonly #programs: readonly Program[];

  private constructor(url: string, database: ThrowAwayPostgresql, folder: string, programs: readonly Program[]) {
    this.url = url;
    this.authority = readFileSync(authorityIn(folder), 'utf8');
    this.database = database;
    this.#folder = folder;
    this.#programs = programs;
  }

  /** @param programs directory of PostgreSQL's programs @param extra settings beside those of the file */
  static async start(programs: string, extra: Record<string, string>): Promise<PlayedCompose> {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-compose-'));
    cpSync(COMPOSE_FOLDER, folder, { recursive: true, filter: (path) => basename(path) !== 'secrets' });
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
    // PostgreSQL runs as another user.
    chmodSync(folder, 0o711);
    writeFileSync(join(folder, 'pg_hba.conf'), WHO_CONNECTS);
    const database = await startThrowAwayPostgresql(programs, [`hba_file=${join(folder, 'pg_hba.conf')}`]);
    const started: Program[] = [];
    try {
      makeUsers(folder, database);
      const [port, sitePort, httpPort] = [await freePort(), await freePort(), await freePort()];
      const url = `https://localhost:${port}`;
      const { services } = readCompose({ TESSERA_URL: url });
      const settingsOf = (name: string) => ({ ...inFolder(services[name]?.environment ?? {}, folder), ...extra });
      run('migrate', settingsOf('migrate'), folder);
      const site = { HOST: '127.0.0.1', PORT: String(sitePort), NODE_ENV: 'production' };
      started.push(startProgram(process.execPath, programArguments('start'), { ...settingsOf('site'), ...site }));
      const proxy = {
        ...services['proxy']?.environment,
        TESSERA_SITE: `127.0.0.1:${sitePort}`,
        TESSERA_HTTP_PORT: String(httpPort),
        XDG_DATA_HOME: join(folder, 'caddy'),
        XDG_CONFIG_HOME: join(folder, 'caddy'),
      };
      const config = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
      started.push(startProgram('caddy', config, proxy));
      await poll('the site and Caddy', async () => {
        for (const { child, output } of started) if (child.exitCode !== null) throw new Error(`one ended:\n${output}`);
        return started[0]?.output.includes('Tessera is ready') === true && existsSync(authorityIn(folder));
      });
      return new PlayedCompose(url, database, folder, started);
    } catch (error) {
      await end(started, database, folder);
      throw error;
    }
  }

  /** All that the programs have said. */
  get output(): string {
    return this.#programs.map(({ output }) => output).join('');
  }

  /** What a file of the secrets holds. */
  secret(name: string): string {
    return readFileSync(join(this.#folder, 'secrets', name), 'utf8');
  }

  async stop(): Promise<void> {
    await end(this.#programs, this.database, this.#folder);
  }
}

function authorityIn(folder: string): string {
  return join(folder, 'caddy', 'caddy', 'pki', 'authorities', 'local', 'root.crt');
}

/** As the database's image does at its first start; then its host is the one of the secrets. */
function makeUsers(folder: string, { url }: ThrowAwayPostgresql): void {
  const secrets = join(folder, 'secrets');
  execFileSync('psql', ['--quiet', '--file', join(folder, 'database.sql'), url], {
    env: { ...process.env, SECRETS: secrets },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const name of ['database-url', 'database-migration-url']) {
    const address = new URL(readFileSync(join(secrets, name), 'utf8'));
    address.host = new URL(url).host;
    rmSync(join(secrets, name));
    writeFileSync(join(secrets, name), address.href);
  }
}

function inFolder(environment: Record<string, string>, folder: string): Record<string, string> {
  const mounted = (value: string) => value.replace(/^\/run\/secrets\//, `${folder}/secrets/`);
  mkdirSync(join(folder, 'data'), { recursive: true, mode: 0o700 });
  const values = Object.entries(environment).map(([name, value]) => [name, mounted(value)]);
  return { ...(Object.fromEntries(values) as Record<string, string>), TESSERA_DATA_DIR: join(folder, 'data') };
}

/** @throws Error when it fails */
function run(name: string, settings: Record<string, string>, folder: string): void {
  execFileSync(process.execPath, programArguments(name), {
    cwd: repository,
    env: { ...cleanEnvironment(), ...settings, HOME: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function startProgram(program: string, args: string[], settings: Record<string, string>): Program {
  const child = spawn(program, args, { cwd: repository, env: { ...cleanEnvironment(), ...settings } });
  const started: Program = { child, ended: once(child, 'close'), output: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (started.output += text));
  return started;
}

async function end(programs: readonly Program[], database: ThrowAwayPostgresql, folder: string): Promise<void> {
  // The proxy first, as its dependencies say.
  for (const { child, ended } of programs.toReversed()) {
    child.kill();
    await ended;
  }
  database.stop();
  rmSync(folder, { recursive: true, force: true });
}
