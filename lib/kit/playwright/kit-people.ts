import { request, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import type { StandIn } from '../gateways/stand-in';
import { describePerson, makePerson, type Person, type PersonOptions } from '../server/people';
import type { Site } from '../server/site';
import { inStep } from './in-step';

type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** People of the site. */
export class KitPeople {
  readonly #site: Site;
  readonly #standIn: StandIn | null;

  /** @param standIn of the gateway, which may have the people */
  constructor(site: Site, standIn: StandIn | null = null) {
    this.#site = site;
    this.#standIn = standIn;
  }

  /**
   * Somebody new, with an account and a password. At OneSpan Authentication Server the account is there, and
   * `TESSERA_STAFF` says who is staff.
   * @throws Error where the site runs already
   */
  async make(options: PersonOptions = {}): Promise<Person> {
    return inStep(`people: make ${options.userId ?? (options.roles ?? ['user']).join(', ')}`, () =>
      this.#make(options),
    );
  }

  async #make(options: PersonOptions): Promise<Person> {
    const accounts = this.#standIn?.accounts;
    if (!accounts) return makePerson(this.#site, options);
    const person = describePerson(options);
    const { userId, password: staticPassword, displayName: description, mailAddress: email, phoneNumber } = person;
    accounts.add({ userId, staticPassword, description, email, phone: phoneNumber });
    return person;
  }

  /**
   * Signs somebody in by the requests that the sign-in page sends, which takes a fraction of the page's time. No page is
   * opened: go where the test begins.
   * @param browser a page, or the context of one
   * @throws Error when the site refuses it
   */
  async signIn(browser: Page | BrowserContext, person: Pick<Person, 'userId' | 'password'>): Promise<void> {
    await inStep(`people: sign ${person.userId} in`, () => this.#signIn(browser, person));
  }

  /**
   * The cookies of somebody who has just signed in, for `test.use({ storageState })` or `browser.newContext({ storageState })`.
   * They are good as long as the session is, at this site alone.
   * @throws Error when the site refuses it
   */
  async storageState(person: Pick<Person, 'userId' | 'password'>): Promise<StorageState> {
    const context = await request.newContext();
    try {
      await inStep(`people: sign ${person.userId} in`, () => this.#signIn({ request: context }, person));
      return await context.storageState();
    } finally {
      await context.dispose();
    }
  }

  async #signIn(
    { request: browser }: { request: APIRequestContext },
    { userId, password }: Pick<Person, 'userId' | 'password'>,
  ): Promise<void> {
    const { url } = this.#site;
    const token = await browser.get(`${url}/api/auth/csrf`);
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const answer = await browser.post(`${url}/api/auth/callback/credentials`, {
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
