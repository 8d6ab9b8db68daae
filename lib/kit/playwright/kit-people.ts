import { request, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import type { AssertionOptions } from '../../accounts/passkeys/passkey-options';
import type { StandIn } from '../gateways/stand-in';
import { describePerson, makePerson, withPasskey, type Person, type PersonOptions } from '../server/people';
import type { Site } from '../server/site';
import { SoftwareAuthenticator, type KeptPasskey } from '../door/software-authenticator';
import { inStep } from './in-step';

/** Whoever signs in: with the passkey where there is one. */
type Entering = Pick<Person, 'userId' | 'password' | 'passkey'>;

/** Between the counters of a passkey in two browsers, so that the one that was signed in last counts on from the other's. */
const SIGNATURES_OF_A_BROWSER = 1_000;

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
    return options.hasPasskey === true ? withPasskey(this.#site, person) : person;
  }

  /**
   * Signs somebody in by the requests that the sign-in page sends, which takes a fraction of the page's time. No page is
   * opened: go where the test begins. Whoever has a passkey signs in with it, and has it in this browser from now on, for
   * pages that ask for it; of two browsers in the last.
   * @param browser a page, or the context of one
   * @throws Error when the site refuses it
   */
  async signIn(browser: Page | BrowserContext, person: Entering): Promise<void> {
    await inStep(`people: sign ${person.userId} in`, async () => {
      await this.#signIn(browser, person);
      if (person.passkey) await this.#keepIn('context' in browser ? browser.context() : browser, person.passkey);
    });
  }

  /**
   * The cookies of somebody who has just signed in, for `test.use({ storageState })` or `browser.newContext({ storageState })`.
   * They are good as long as the session is, at this site alone.
   * @throws Error when the site refuses it
   */
  async storageState(person: Entering): Promise<StorageState> {
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
    { userId, password, passkey }: Entering,
  ): Promise<void> {
    const { url } = this.#site;
    const token = await browser.get(`${url}/api/auth/csrf`);
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const [way, field] = passkey
      ? ['passkey', { answer: await this.#answerWith(passkey, browser) }]
      : ['credentials', { userId, password }];
    const answer = await browser.post(`${url}/api/auth/callback/${way}`, {
      form: { csrfToken, json: 'true', ...field },
      headers: { origin: url },
    });
    const text = await answer.text();
    // A refusal is an address to go to, with the reason in it.
    const [, reason] = /[?&]error=([\w-]+)/.exec(text) ?? [];
    if (!answer.ok() || reason !== undefined)
      throw new Error(`${userId} was not signed in: ${reason ?? `status ${answer.status()}`}`);
  }

  async #answerWith(passkey: KeptPasskey, browser: APIRequestContext): Promise<string> {
    const { url } = this.#site;
    const options = await browser.post(`${url}/api/passkeys/sign-in`, { headers: { origin: url } });
    if (!options.ok()) throw new Error(`the site asks for no passkey: status ${options.status()}`);
    passkey.signCount += SIGNATURES_OF_A_BROWSER;
    const authenticator = SoftwareAuthenticator.with(passkey, new URL(url).origin);
    return authenticator.answer((await options.json()) as AssertionOptions);
  }

  /** The authenticator of the browser, which counts on from the signature of the sign-in. */
  async #keepIn(context: BrowserContext, passkey: KeptPasskey): Promise<void> {
    const { credentials } = context;
    const { id, signCount, ...keys } = passkey;
    await credentials.install();
    // Otherwise the sign-in page's autofill chooses by itself, which no person's browser does.
    await context.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    await credentials.delete(id).catch(() => {});
    await credentials.create(new URL(this.#site.url).hostname, { id, ...keys, signCount: signCount + 1 });
  }
}
