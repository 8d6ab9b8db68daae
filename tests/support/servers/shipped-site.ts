import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { onReadOnlySystem } from './read-only-system';

/**
 * @property command and its arguments
 * @property writable the one folder that the site may write to
 */
type Shipment = { command: readonly string[]; cwd: string; writable: string; environment: Record<string, string> };

/** @property readyMs 0 until it is ready */
type Heard = { text: string; readyMs: number };

/** A site that runs as it is shipped: for another user, on a system that is read-only but for one folder. */
export class ShippedSite {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #heard: Heard;

  private constructor(url: string, child: ChildProcess, ended: Promise<unknown>, heard: Heard) {
    this.url = url;
    this.#child = child;
    this.#ended = ended;
    this.#heard = heard;
  }

  /** @throws Error with what it said when it ends before it is ready */
  static async start({ command, cwd, writable, environment }: Shipment): Promise<ShippedSite> {
    const before = onReadOnlySystem(writable);
    if (before === null) console.log('As who runs the tests, with everything writable: nothing can be mounted here.');
    const url = `http://127.0.0.1:${await freePort()}`;
    const env = {
      ...cleanEnvironment(),
      HOME: '/nonexistent',
      ...environment,
      PORT: new URL(url).port,
      TESSERA_URL: url,
    };
    const [program = '', ...args] = [...(before ?? []), ...command];
    const startedAt = performance.now();
    const child = spawn(program, args, { cwd, env });
    const ended = once(child, 'close');
    const heard = { text: '', readyMs: 0 };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        heard.text += text;
        if (heard.readyMs === 0 && heard.text.includes('Tessera is ready'))
          heard.readyMs = performance.now() - startedAt;
      });
    await poll('the site to be ready', async () => {
      if (child.exitCode !== null) throw new Error(`it ended at once:\n${heard.text}`);
      return heard.readyMs > 0;
    });
    return new ShippedSite(url, child, ended, heard);
  }

  /** Milliseconds from the start of its process until it said that it was ready. */
  get readyMs(): number {
    return this.#heard.readyMs;
  }

  get output(): string {
    return this.#heard.text;
  }

  /** Asks it to end, and waits. @returns its exit code */
  async stop(): Promise<number | null> {
    this.#child.kill();
    await this.#ended;
    return this.#child.exitCode;
  }
}
