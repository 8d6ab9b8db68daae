import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { HANG_MS, poll } from '@/lib/kit/poll';
import { CANDIDATES, type Cameras, type Engine, type GoBack, type Role } from './engine';

const BINARIES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

const HEIGHT = 900;

/** Of a tab that is new. */
const WIDTH = 1280;

/** Settings by which pages find these cameras. */
const CAMERAS: Record<Cameras, Record<string, boolean | number>> = {
  none: {},
  'made-up': { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
  // 2: as a person chooses by "Block new requests".
  refused: { 'media.navigator.streams.fake': true, 'permissions.default.camera': 2 },
  unsupported: { 'media.navigator.enabled': false, 'media.peerconnection.enabled': false },
};

export function findFirefox(): string | null {
  return BINARIES.find((path) => existsSync(path)) ?? null;
}

/** Firefox without a window, by WebDriver BiDi. */
export class Firefox implements Engine {
  readonly #browser: Browser;
  readonly #directory: string;
  #page: Page;

  private constructor(browser: Browser, directory: string, page: Page) {
    this.#browser = browser;
    this.#directory = directory;
    this.#page = page;
  }

  /** @param binary as `findFirefox` has found it */
  static async start(this: void, binary: string, cameras: Cameras): Promise<Firefox> {
    const directory = mkdtempSync(join(tmpdir(), 'tessera-firefox-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: binary,
      headless: true,
      defaultViewport: null,
      userDataDir: join(directory, 'profile'),
      timeout: HANG_MS,
      protocolTimeout: HANG_MS,
      // Firefox says by itself that there is a network, and what pages say is that of an English one.
      extraPrefsFirefox: {
        'intl.accept_languages': 'en-GB',
        'network.captive-portal-service.enabled': false,
        ...CAMERAS[cameras],
      },
    });
    return new Firefox(browser, directory, await newTab(browser));
  }

  async close(): Promise<void> {
    const program = this.#browser.process();
    const closed = program?.exitCode === null ? once(program, 'exit') : null;
    await this.#browser.close();
    await closed;
    // A process of its own, of those that it started, may still write to the profile.
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url, { timeout: HANG_MS });
  }

  async see(role: Role, name: string): Promise<string> {
    let text: string | null = null;
    await poll(`${role} “${name}”`, async () => {
      const found = await this.#look(role, name);
      if (found === null) return false;
      text = await found.evaluate(({ textContent }) => textContent ?? '').catch(gone);
      return text !== null;
    });
    return text ?? '';
  }

  async press(role: Role, name: string): Promise<void> {
    await poll(`${role} “${name}” to be pressed`, async () => {
      const found = await this.#look(role, name);
      // Between being found and being pressed, React may have put another one in its place.
      return found !== null && (await found.click().then(() => true, isGone));
    });
  }

  async type(name: string, text: string): Promise<void> {
    // React undoes a selection when it takes the page over: then the field is not emptied by the first try.
    await poll(`field “${name}” to be empty`, async () => {
      const field = (await this.#look('field', name)) as ElementHandle<HTMLInputElement> | null;
      if (field === null || !(await field.click({ count: 3 }).then(() => true, isGone))) return false;
      await this.#page.keyboard.press('Backspace');
      return field.evaluate(({ value }) => value === '').catch(isGone);
    });
    await this.#page.keyboard.type(text);
  }

  async choose(name: string, option: string): Promise<void> {
    const list = (await this.#find('combobox', name)) as ElementHandle<HTMLSelectElement>;
    const value = await list.evaluate(
      ({ options }, wanted) => [...options].find(({ text }) => text === wanted)?.value,
      option,
    );
    if (value === undefined) throw new Error(`“${name}” has no option “${option}”`);
    await list.select(value);
  }

  async choosePicture(picture: Uint8Array, name = 'picture.png'): Promise<void> {
    const path = join(this.#directory, name);
    writeFileSync(path, picture);
    await poll('a field for a picture', async () => {
      const input = await this.#page.$('input[type=file]').catch(gone);
      return input !== null && (await input.uploadFile(path).then(() => true, isGone));
    });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#page.screenshot());
  }

  async resize(width: number): Promise<void> {
    await setViewport(this.#page, width);
    await poll(`a page of ${width} px`, async () => (await this.evaluate(() => innerWidth)) === width);
  }

  async evaluate<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return (await this.#page.evaluate(work as (...values: unknown[]) => Result, ...args)) as Result;
  }

  async openTab(): Promise<GoBack> {
    const before = this.#page;
    this.#page = await newTab(this.#browser);
    return () => this.#goTo(before);
  }

  async hide(): Promise<() => Promise<void>> {
    const front = await newTab(this.#browser);
    return async () => {
      await front.close();
      await this.#page.bringToFront();
    };
  }

  async #goTo(page: Page): Promise<GoBack> {
    const left = this.#page;
    this.#page = page;
    await page.bringToFront();
    return () => this.#goTo(left);
  }

  async #find(role: Role | 'field', name: string): Promise<ElementHandle> {
    let found: ElementHandle | null = null;
    await poll(`${role} “${name}”`, async () => (found = await this.#look(role, name)) !== null);
    return found as unknown as ElementHandle;
  }

  /**
   * Asks the engine about one candidate after another: about a whole page it takes seconds to answer.
   * @returns null while a page takes the place of another, too
   */
  async #look(role: Role | 'field', name: string): Promise<ElementHandle | null> {
    try {
      for (const candidate of await this.#page.$$(CANDIDATES[role])) {
        if (!(await candidate.evaluate(mayBeNamed, name))) continue;
        if ((await candidate.isVisible()) && (await candidate.$(`aria/${name}`)) !== null) return candidate;
      }
    } catch (error) {
      isGone(error);
    }
    return null;
  }
}

/** Whether the words are anywhere that a name can come from (accname 1.2 §4.3.2). Runs in the page. */
function mayBeNamed(element: Element, name: string): boolean {
  const { labels } = element as Partial<HTMLInputElement>;
  const labelledBy = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const sources = [element, ...(labels ?? []), ...labelledBy.map((id) => document.getElementById(id))];
  const said = [
    ...sources.map((source) => source?.textContent),
    ...['aria-label', 'alt', 'title'].map((attribute) => element.getAttribute(attribute)),
  ];
  return said.some((text) => text?.replaceAll(/\s+/g, ' ').includes(name));
}

async function newTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await setViewport(page, WIDTH);
  return page;
}

async function setViewport(page: Page, width: number): Promise<void> {
  await page.setViewport({ width, height: HEIGHT }).catch((error: unknown) => {
    // It asks for the screen to be turned too, which Firefox 140 does not know; the size is set by then.
    if (!(error instanceof Error && error.message.includes('emulation.setScreenOrientationOverride'))) throw error;
  });
}

/** @throws what is no sign of an element that has gone, as `isGone` does */
function gone(error: unknown): null {
  isGone(error);
  return null;
}

/** @throws what is no sign of an element that has gone */
function isGone(error: unknown): false {
  if (
    error instanceof Error &&
    /no such (?:element|node|frame|handle)|detached|not clickable|stale|destroyed|navigat|ownerGlobal is null/i.test(
      error.message,
    )
  )
    return false;
  throw error;
}
