import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { HANG_MS, poll } from '@/lib/kit/poll';
import { CANDIDATES, type Cameras, type Engine, type GoBack, type Role } from './engine';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';

const SCREEN = '1400x1000x24';
const HEIGHT = 900;

/** Errors of W3C WebDriver §6.6 that say that an element has gone, moved, or is not there yet. */
const IS_GONE = /stale element|no such element|element not interactable|element click intercepted/;

/** What holds the ID of an element in an answer (W3C WebDriver §12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Settings by which pages find these cameras; the driver allows what pages ask for, and cannot be told to refuse it. */
const CAMERAS: Record<Cameras, readonly string[] | null> = {
  none: [],
  'made-up': ['--enable-media-stream=true', '--enable-mock-capture-devices=true'],
  refused: null,
  unsupported: ['--enable-media-stream=false'],
};

/** WebKitGTK's own browser, which lies beside the library; null unless its driver and a display server are there too. */
export function findWebKit(): string | null {
  if (!existsSync(DRIVER) || !existsSync(DISPLAY_SERVER)) return null;
  const browsers = readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name, 'webkit2gtk-4.1', 'MiniBrowser'));
  return browsers.find((path) => existsSync(path)) ?? null;
}

/** Safari's engine, with a profile of its own, on a screen that nobody sees, by the commands of W3C WebDriver. */
export class WebKit implements Engine {
  readonly #programs: readonly ChildProcess[];
  readonly #session: string;
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-webkit-'));

  private constructor(programs: readonly ChildProcess[], session: string) {
    this.#programs = programs;
    this.#session = session;
  }

  /** @param binary as `findWebKit` has found it */
  static async start(this: void, binary: string, cameras: Cameras): Promise<WebKit> {
    const settings = CAMERAS[cameras];
    if (!settings) throw new RangeError(`WebKit’s driver knows no camera that is ${cameras}`);
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
      const options = { binary, args: ['--automation', ...settings] };
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
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async goto(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** @param width of the page, at least 447: narrower its window does not become */
  async resize(width: number): Promise<void> {
    await this.#post('window/rect', { width, height: HEIGHT });
    await poll(`a page of ${width} px`, async () => (await this.evaluate(() => innerWidth)) === width);
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await command<string>('GET', `${this.#session}/screenshot`), 'base64');
  }

  async evaluate<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return await this.#post<Result>('execute/sync', {
      script: `return (${work.toString()})(...arguments)`,
      args,
    });
  }

  async see(role: Role, name: string): Promise<string> {
    const found = await this.#find(role, name);
    return (await command<string | null>('GET', `${this.#session}/element/${found}/property/textContent`)) ?? '';
  }

  async press(role: Role, name: string): Promise<void> {
    await poll(`${role} “${name}” to be pressed`, async () => {
      const found = await this.#look(role, name);
      if (found === null) return false;
      // The label of a radio button may stand in its place, so that it is chosen as by the keyboard.
      const pressed =
        role === 'radio'
          ? this.#post(`element/${found}/value`, { text: ' ' })
          : this.#post(`element/${found}/click`, {});
      return await pressed.then(() => true, isGone);
    });
  }

  async type(name: string, text: string): Promise<void> {
    const field = await this.#find('field', name);
    await this.#post(`element/${field}/clear`, {});
    await this.#post(`element/${field}/value`, { text });
  }

  async choose(name: string, option: string): Promise<void> {
    const list = await this.#find('combobox', name);
    const options = await this.#post<{ [ELEMENT]: string }[]>(`element/${list}/elements`, {
      using: 'css selector',
      value: 'option',
    });
    for (const { [ELEMENT]: id } of options) {
      if ((await command<string>('GET', `${this.#session}/element/${id}/property/text`)) !== option) continue;
      await this.#post(`element/${id}/click`, {});
      return;
    }
    throw new Error(`“${name}” has no option “${option}”`);
  }

  async choosePicture(picture: Uint8Array, name = 'picture.png'): Promise<void> {
    const path = join(this.#directory, name);
    writeFileSync(path, picture);
    await poll('a field for a picture', async () => {
      const [input] = await this.#elements('input[type=file]');
      return (
        input !== undefined && (await this.#post(`element/${input}/value`, { text: path }).then(() => true, isGone))
      );
    });
  }

  /** A window: of a tab at the back the driver takes no screenshots, and it cannot bring one to the front. */
  async openTab(): Promise<GoBack> {
    const { handle } = await this.#post<{ handle: string }>('window/new', { type: 'window' });
    return await this.#goTo(handle);
  }

  async #goTo(handle: string): Promise<GoBack> {
    const left = await command<string>('GET', `${this.#session}/window`);
    await this.hide();
    await this.#post('window', { handle });
    await this.#show();
    return () => this.#goTo(left);
  }

  async hide(): Promise<() => Promise<void>> {
    await this.#post('window/minimize', {});
    await this.#pollVisibility('hidden');
    return () => this.#show();
  }

  /** Setting where a window is ends that it is minimised (W3C WebDriver §11.8.2). */
  async #show(): Promise<void> {
    await this.#post('window/rect', { x: 0, y: 0 });
    await this.#pollVisibility('visible');
  }

  async #pollVisibility(expected: DocumentVisibilityState): Promise<void> {
    await poll(`a ${expected} page`, async () => (await this.evaluate(() => document.visibilityState)) === expected);
  }

  /** @returns the ID of an element of this name, once there is one */
  async #find(role: Role | 'field', name: string): Promise<string> {
    let found: string | null = null;
    await poll(`${role} “${name}”`, async () => (found = await this.#look(role, name)) !== null);
    return found ?? '';
  }

  async #look(role: Role | 'field', name: string): Promise<string | null> {
    for (const id of await this.#elements(CANDIDATES[role])) if ((await this.#nameOf(id)) === name) return id;
    return null;
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
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(HANG_MS),
  });
  const { value } = (await answer.json()) as { value: Value };
  if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** @throws what is no sign of an element that has gone */
function isGone(error: unknown): false {
  if (error instanceof Error && IS_GONE.test(error.message)) return false;
  throw error;
}
