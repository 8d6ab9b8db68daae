import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { repository } from '../../support/repository';
import { v8Flags } from '@/lib/kit/server/program';

/** A process of its own that runs a few lines on the product's modules, and is talked with line by line. */
export class Script {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown>;

  /** @param code may use `await import('./lib/…')` */
  constructor(code: string, env: Record<string, string> = {}) {
    this.#child = spawn(process.execPath, [...v8Flags(), '--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: repository,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#closed = once(this.#child, 'close');
    this.#lines = readLines(this.#child)[Symbol.asyncIterator]();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** The next line that it writes. @throws Error when it has ended instead */
  async hear(): Promise<string> {
    const next = await this.#lines.next();
    if (next.done === true) throw new Error('the script has ended');
    return next.value;
  }

  /** What it has written that nobody has heard yet, once it has ended. */
  async rest(): Promise<string[]> {
    const lines: string[] = [];
    for (let next = await this.#lines.next(); next.done !== true; next = await this.#lines.next())
      lines.push(next.value);
    return lines;
  }

  /** Lets it finish by itself. @returns its exit code */
  async end(): Promise<number | null> {
    this.#child.stdin?.end();
    await this.#closed;
    return this.#child.exitCode;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}

function readLines({ stdout }: ChildProcess): Interface {
  if (!stdout) throw new TypeError('the output is not piped');
  return createInterface({ input: stdout });
}
