import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { HANG_MS, poll } from '@/lib/kit/poll';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';

const SCREEN = '1400x1000x24';
const HEIGHT = 900;

/** What holds the ID of an element in an answer (W3C WebDriver §12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's own browser, which lies beside the library; null unless its driver and a display server are there too. */
export function findWebKit(): string | null {
  if (!existsSync(DRIVER) || !existsSync(DISPLAY_SERVER)) return null;
  const browsers = readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name, 'webkit2gtk-4.1', 'MiniBrowser'));
  return browsers.find((path) => existsSync(path)) ?? null;
}

/** Safari's engine, with a profile of its own, on a screen that nobody sees, by the commands of W3C WebDriver. */
export class WebKit {
  readonly #programs: readonly ChildProcess[];
  readonly #session: string;

  private constructor(programs: readonly ChildProcess[], session: string) {
    this.#programs = programs;
    this.#session = session;
  }

  /** @param binary as `findWebKit` has found it */
  static async start(binary: string): Promise<WebKit> {
    const screen = spawn(DISPLAY_SERVER, ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const programs: ChildProcess[] = [screen];
    try {
      const [display] = (await once(createInterface(screen.stdout), 'line')) as [string];
      const port = await freePort();
      const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
      programs.unshift(spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' }));
      const address = `http://127.0.0.1:${port}/session`;
      await poll('WebKit’s driver to listen', async () => (await fetch(address).catch(() => null)) !== null);
      const options = { binary, args: ['--automation'] };
      const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
      const made = await command<{ sessionId: string }>('POST', address, { capabilities: { alwaysMatch } });
      return new WebKit(programs, `${address}/${made.sessionId}`);
    } catch (error) {
      for (const program of programs) program.kill();
      throw error;
    }
  }

  async close(): Promise<void> {
    await command('DELETE', this.#session);
    for (const program of this.#programs) {
      const closed = once(program, 'close');
      program.kill();
      await closed;
    }
  }

  async goto(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** @param width of the page, at least 447: narrower its window does not become */
  async resize(width: number): Promise<void> {
    await this.#post('window/rect', { width, height: HEIGHT });
    await poll(`a page of ${width} px`, async () => (await this.evaluate(() => innerWidth)) === width);
  }

  /** PNG of what the window shows. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(await command<string>('GET', `${this.#session}/screenshot`), 'base64');
  }

  /** Runs a function in the page, which sees nothing from around it. */
  async evaluate<Result, Args extends unknown[]>(work: (...args: Args) => Result, ...args: Args) {
    return await this.#post<Awaited<Result>>('execute/sync', {
      script: `return (${work.toString()})(...arguments)`,
      args,
    });
  }

  /** Waits for an element of this name. @param name as WebKit says it to a screen reader @returns the element's ID */
  async find(selector: string, name: string): Promise<string> {
    let found: string | undefined;
    await poll(`${selector} “${name}”`, async () => {
      for (const id of await this.#elements(selector)) if ((await this.#nameOf(id)) === name) found = id;
      return found !== undefined;
    });
    return found ?? '';
  }

  async click(selector: string, name: string): Promise<void> {
    await this.#post(`element/${await this.find(selector, name)}/click`, {});
  }

  async type(name: string, text: string): Promise<void> {
    await this.#post(`element/${await this.find('input', name)}/value`, { text });
  }

  /** IDs; none while a page takes the place of another. */
  async #elements(selector: string): Promise<string[]> {
    const search = { using: 'css selector', value: selector };
    const found = await this.#post<{ [ELEMENT]: string }[]>('elements', search).catch(() => []);
    return found.map(({ [ELEMENT]: id }) => id);
  }

  /** null for what has none: a hidden field, or what the page has replaced meanwhile. */
  async #nameOf(id: string): Promise<string | null> {
    return await command<string>('GET', `${this.#session}/element/${id}/computedlabel`).catch(() => null);
  }

  async #post<Value>(path: string, body: object): Promise<Value> {
    return await command<Value>('POST', `${this.#session}/${path}`, body);
  }
}

async function command<Value>(method: string, url: string, body?: object): Promise<Value> {
  const answer = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(HANG_MS),
  });
  const { value } = (await answer.json()) as { value: Value };
  if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}
