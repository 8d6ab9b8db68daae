import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECOND } from '../../shared/time/duration';
import { askDoor } from '../door/ask-door';
import type { Answers, Question } from '../door/door-messages';
import { cleanEnvironment } from './clean-environment';
import { freePort } from '../gateways/wire/free-port';
import { MovingClock } from './moving-clock';
import { HANG_MS, poll } from '../poll';
import { programArguments } from './program';
import { packageRoot } from '../package-root';

/** In front of the product's own code, which has no lever for tests. */
const PRELOADS = [
  ...['moving-clock', 'measured'].map((name) => `./lib/kit/server/${name}-preload.mjs`),
  './.next/programs/kit/door.mjs',
];

export const PASSWORD = 'correct horse battery';

/** Whose people take two members of staff. */
export const PROTECTED_GROUP = 'board';

export type ServerOptions = {
  /** An existing data directory to start from a copy of; creating one takes seconds. */
  template?: string;
  env?: Record<string, string>;
  /** Path of the Node.js that runs it; that of this process unless given. */
  node?: string;
};

/** The product as `npm start` runs it, in a process group of its own on a free loopback port. */
export class Server {
  readonly url: string;
  readonly dataDirectory: string;
  readonly clock: MovingClock;
  readonly #directory: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #node: string;
  readonly #output: string[] = [];
  #folder = packageRoot;
  #child: ChildProcess | null = null;

  private constructor(port: number, { template, env, node = process.execPath }: ServerOptions) {
    this.#node = node;
    this.#directory = mkdtempSync(join(tmpdir(), 'tessera-server-'));
    // By its name, because WebAuthn takes no IP address for a site.
    this.url = `http://localhost:${port}`;
    this.dataDirectory = join(this.#directory, 'data');
    if (template !== undefined) cpSync(template, this.dataDirectory, { recursive: true });
    this.clock = new MovingClock(join(this.#directory, 'clock'));
    this.#env = {
      ...cleanEnvironment(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      HOST: '127.0.0.1',
      TESSERA_URL: this.url,
      TESSERA_DATA_DIR: this.dataDirectory,
      TESSERA_DEMO_PASSWORD: PASSWORD,
      TESSERA_ENROLMENT: 'open',
      // Tests move clocks by hours.
      TESSERA_STAFF_IDLE_MINUTES: '1440',
      TESSERA_PROBATION_HOURS: '0',
      TESSERA_PROTECTED_GROUPS: PROTECTED_GROUP,
      ...this.clock.env,
      ...env,
    };
  }

  static async start(options: ServerOptions = {}): Promise<Server> {
    const server = await Server.prepare(options);
    await server.launch();
    return server;
  }

  /** A server that is not running yet. */
  static async prepare(options: ServerOptions = {}): Promise<Server> {
    return new Server(await freePort(), options);
  }

  /** Everything the process has written to its terminal, over all restarts. */
  get output(): string {
    return this.#output.join('');
  }

  /** What the process holds after everything unreachable has been let go, in bytes. */
  async memory(): Promise<NodeJS.MemoryUsage> {
    if (!this.#child) throw new Error('the server is not running');
    const answer = once(this.#child, 'message');
    this.#child.send('measure');
    const [usage]: NodeJS.MemoryUsage[] = await answer;
    if (!usage) throw new TypeError('the server did not measure itself');
    return usage;
  }

  /** @see askDoor */
  ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind]> {
    return askDoor<Kind>(this.#child, question);
  }

  /** Asks the process to finish, as an operator would, and waits until it has. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Takes the process away in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Starts again on the same port and data, after `stop` or `kill`. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.launch();
  }

  /** Goes on as another build of the site, on the same port and data. @param folder where it lies */
  async upgrade(folder: string): Promise<void> {
    await this.stop();
    this.#folder = folder;
    await this.launch();
  }

  /** Ends the process and deletes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Starts the process and waits until it answers. @throws Error when it ends instead */
  async launch(): Promise<void> {
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
    await this.#launch(
      spawn(this.#node, programArguments('start', PRELOADS), { ...this.#spawning, stdio: [...stdio] }),
    );
  }

  /** As people do, with what npm puts in between, and without levers for tests. @returns npm's process ID */
  async launchByNpm(): Promise<number> {
    const npm = this.#spawnNpm();
    await this.#launch(npm);
    return npm.pid ?? 0;
  }

  /** Likewise, without waiting for anything. @returns npm's process ID, which is also that of its process group */
  beginByNpm(): number {
    const npm = this.#spawnNpm();
    npm.stdout.resume();
    npm.stderr.resume();
    return npm.pid ?? 0;
  }

  #spawnNpm() {
    return spawn('npm', ['start'], { ...this.#spawning, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  get #spawning() {
    return { cwd: this.#folder, env: this.#env, detached: true };
  }

  async #launch(child: ChildProcess): Promise<void> {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#output.push(text));
    }
    await poll(`the server at ${this.url} to answer`, async () => {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended at once:\n${this.output}`);
      const health = await fetch(`${this.url}/api/health`, { signal: AbortSignal.timeout(30 * SECOND) }).catch(
        () => null,
      );
      return health?.ok === true;
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close', { signal: AbortSignal.timeout(HANG_MS) });
    process.kill(-child.pid, signal);
    await closed;
  }
}
