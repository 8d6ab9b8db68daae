import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { repository } from '../repository';

/** What operators are given, and what is tested. */
const CONFIGURATION = join(repository, 'lib', 'cli', 'deployment', 'haproxy', 'haproxy.cfg');

/** Debian's place is not on the path of every user. */
const PROGRAM = ['haproxy', '/usr/sbin/haproxy'].find((name) => spawnSync(name, ['-v']).status === 0) ?? null;

export const hasHaproxy = PROGRAM !== null;

/**
 * A request as HAProxy's log has it.
 * @property ended two letters that say why; `--` for an orderly end @property tookMs until the last byte of the answer
 */
export type ProxiedRequest = {
  status: number;
  ended: string;
  server: string;
  retries: string;
  tookMs: number;
  method: string;
  path: string;
};

/** HAProxy with the product's own configuration, in front of two servers. */
export class Haproxy {
  readonly url: string;
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-haproxy-'));
  #child: ChildProcess | null = null;
  #log = '';

  private constructor(port: number) {
    this.url = `http://localhost:${port}`;
  }

  /** Not running yet: servers have to know its address. */
  static async prepare(): Promise<Haproxy> {
    return new Haproxy(await freePort());
  }

  /** @param ports of the servers, which come to be `tessera-1` and `tessera-2` */
  async start(ports: readonly string[]): Promise<void> {
    const own: [string, string][] = [
      ['bind :8080', `bind 127.0.0.1:${new URL(this.url).port}`],
      ['server tessera-1 127.0.0.1:3001', `server tessera-1 127.0.0.1:${ports[0]}`],
      ['server tessera-2 127.0.0.1:3002', `server tessera-2 127.0.0.1:${ports[1]}`],
      // For whoever has to know when a server is up.
      ['global\n', `global\n    stats socket ${this.#socket} mode 600 level user\n`],
    ];
    const configuration = own.reduce(
      (said, [from, to]) => {
        if (!said.includes(from)) throw new Error(`haproxy.cfg has no ${from}`);
        // The word “global” stands in other lines, too.
        return from.startsWith('server') ? said.replaceAll(from, to) : said.replace(from, to);
      },
      readFileSync(CONFIGURATION, 'utf8'),
    );
    const file = join(this.#directory, 'haproxy.cfg');
    writeFileSync(file, configuration);
    const child = spawn(PROGRAM ?? 'haproxy', ['-db', '-f', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (heard: string) => (this.#log += heard));
    await poll('HAProxy to run', async () => {
      if (child.exitCode !== null) throw new Error(`HAProxy ended:\n${this.#log}`);
      return (await this.#ask('show info').catch(() => '')) !== '';
    });
    for (const name of ['tessera-1', 'tessera-2']) await this.untilUp(name);
  }

  /** Resolves when it sends requests to a server. */
  async untilUp(name: string): Promise<void> {
    await poll(`${name} to be up`, async () =>
      (await this.#ask('show stat'))
        .split('\n')
        .some((line) => line.startsWith(`tessera,${name},`) && line.includes(',UP,')),
    );
  }

  /** So far, in the order of their ends. */
  requests(): ProxiedRequest[] {
    return this.#log.split('\n').flatMap((line) => {
      const [, status, ended = '', server = '', retries = '', took, method = '', path = ''] =
        /(-?\d+) (\S\S) (\S+) (\S+) (-?\d+) ([A-Z]+) (\S+)$/.exec(line) ?? [];
      return status === undefined
        ? []
        : [{ status: Number(status), ended, server, retries, tookMs: Number(took), method, path }];
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  get #socket(): string {
    return join(this.#directory, 'haproxy.sock');
  }

  async #ask(command: string): Promise<string> {
    const socket = connect(this.#socket);
    await once(socket, 'connect');
    socket.end(`${command}\n`);
    return text(socket);
  }
}

/** HAProxy that ends TLS and hands what was inside to a server, as balancers of many networks do. */
export class TlsBalancer {
  readonly port: number;
  readonly #directory: string;
  readonly #child: ChildProcess;

  private constructor(port: number, directory: string, child: ChildProcess) {
    this.port = port;
    this.#directory = directory;
    this.#child = child;
  }

  /** @param at.certificate in PEM @param at.server port of the server behind it, which need not be there */
  static async start(at: { certificate: { cert: string; key: string }; server: number }): Promise<TlsBalancer> {
    const port = await freePort();
    const directory = mkdtempSync(join(tmpdir(), 'tessera-balancer-'));
    const [file, pem] = [join(directory, 'haproxy.cfg'), join(directory, 'balancer.pem')];
    writeFileSync(pem, `${at.certificate.cert}\n${at.certificate.key}`);
    writeFileSync(
      file,
      `defaults
  mode tcp
  timeout connect 5s
  timeout client 1m
  timeout server 1m
listen siem
  bind 127.0.0.1:${port} ssl crt ${pem}
  server one 127.0.0.1:${at.server}
`,
    );
    const child = spawn(PROGRAM ?? 'haproxy', ['-db', '-f', file], { stdio: 'ignore' });
    await poll('the balancer to listen', () => canConnect(port));
    return new TlsBalancer(port, directory, child);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
    rmSync(this.#directory, { recursive: true });
  }
}

async function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}
