import type { BrowserContext } from '@playwright/test';
import type { Site } from '../server/site';
import { inStep } from './in-step';

/**
 * The time of the server and of the test's pages, moved together. Within a test it only goes forward, and the
 * next test of the worker goes on with it, unless `test.use({ clockGoesBack: true })`.
 */
export class KitClock {
  readonly #site: Site;
  readonly #context: BrowserContext;

  private constructor(site: Site, context: BrowserContext) {
    this.#site = site;
    this.#context = context;
  }

  /** Takes over the clock of a context's pages, which then goes on by itself. @throws Error where the site runs already */
  static async of(site: Site, context: BrowserContext): Promise<KitClock> {
    site.own('clock');
    await context.clock.install({ time: site.now });
    return new KitClock(site, context);
  }

  now(): Date {
    return this.#site.now;
  }

  /** Lets so many milliseconds pass at once; timers that fall due meanwhile run once. */
  async advance(milliseconds: number): Promise<void> {
    if (milliseconds < 0) throw new RangeError('time goes forward');
    await inStep(`clock: advance ${milliseconds} ms`, async () => {
      this.#site.own('clock').clock.advance(milliseconds);
      await this.#context.clock.fastForward(milliseconds);
    });
  }
}
