import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { browserOptions } from '../browser/browser-options';
import { CameraFilm } from './camera-film';

/** In CSS pixels. */
const SCREEN = { width: 390, height: 844 };

/** A browser for the phone app, whose camera plays a film. */
export class PhoneBrowser {
  readonly camera: CameraFilm;
  readonly #directory: string;
  readonly #browser: Browser;

  private constructor(directory: string, camera: CameraFilm, browser: Browser) {
    this.#directory = directory;
    this.camera = camera;
    this.#browser = browser;
  }

  static async start(): Promise<PhoneBrowser> {
    const directory = mkdtempSync(join(tmpdir(), 'tessera-camera-'));
    const camera = new CameraFilm(join(directory, 'film.y4m'));
    const options = browserOptions();
    const browser = await chromium.launch({
      ...options,
      args: [
        ...(options.args ?? []),
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${camera.path}`,
      ],
    });
    return new PhoneBrowser(directory, camera, browser);
  }

  /** An empty phone whose camera shows an empty frame. */
  async newPhone(options: BrowserContextOptions): Promise<BrowserContext> {
    this.camera.showNothing();
    return await this.#browser.newContext({
      viewport: SCREEN,
      isMobile: true,
      hasTouch: true,
      locale: 'en-GB',
      permissions: ['camera', 'notifications'],
      ...options,
    });
  }

  /** Shows a screenshot of a page to the camera. */
  async pointCameraAt(page: Page): Promise<void> {
    this.camera.show(await page.screenshot());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
