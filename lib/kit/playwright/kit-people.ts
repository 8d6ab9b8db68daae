import type { BrowserContext, Page } from '@playwright/test';
import { makePerson, type Person, type PersonOptions } from '../server/people';
import type { Site } from '../server/site';

/** People of the site. */
export class KitPeople {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** Somebody new, with an account and a password. @throws Error where the site runs already */
  make(options?: PersonOptions): Promise<Person> {
    return makePerson(this.#site, options);
  }

  /**
   * Signs somebody in by the requests that the sign-in page sends, which takes a fraction of the page's time. No page is
   * opened: go where the test begins.
   * @param browser a page, or the context of one
   * @throws Error when the site refuses it
   */
  async signIn(
    browser: Page | BrowserContext,
    { userId, password }: Pick<Person, 'userId' | 'password'>,
  ): Promise<void> {
    const { request } = browser;
    const { url } = this.#site;
    const token = await request.get(`${url}/api/auth/csrf`);
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const answer = await request.post(`${url}/api/auth/callback/credentials`, {
      form: { csrfToken, json: 'true', userId, password },
      headers: { origin: url },
    });
    const text = await answer.text();
    // A refusal is an address to go to, with the reason in it.
    const [, reason] = /[?&]error=([\w-]+)/.exec(text) ?? [];
    if (!answer.ok() || reason !== undefined)
      throw new Error(`${userId} was not signed in: ${reason ?? `status ${answer.status()}`}`);
  }
}
