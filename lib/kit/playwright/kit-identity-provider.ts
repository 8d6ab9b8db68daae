import type { Page } from '@playwright/test';
import { PROVIDER_BUTTON, type OpenIdProvider, type ProviderFault } from '../server/openid-provider';
import type { Person } from '../server/people';
import type { Site } from '../server/site';
import { inStep } from './in-step';
import { namesOf } from './page-names';

export const PROVIDER_NAME = 'Kit Login';

/** Claims of a person besides `sub` and `preferred_username`, the context (`acr`), and how old the sign-in is. */
export type ProviderSignIn = { claims?: Readonly<Record<string, unknown>>; acr?: string; ageSeconds?: number };

/** An OpenID provider that stands in for the organisation's. */
export class KitIdentityProvider {
  readonly #provider: OpenIdProvider | null;
  readonly #site: Site;

  /** @param provider null where the suite did not ask for one */
  constructor(provider: OpenIdProvider | null, site: Site) {
    this.#provider = provider;
    this.#site = site;
  }

  /** What a broken or hostile provider does, until `heal`. */
  goWrong(fault: ProviderFault): void {
    this.#own().fault = fault;
  }

  heal(): void {
    this.#own().fault = null;
  }

  /** Signs a person of the site in by the provider's page. Where it leads then is the page's to show. */
  async signIn(
    page: Page,
    { userId }: Pick<Person, 'userId'>,
    { claims = {}, acr, ageSeconds = 0 }: ProviderSignIn = {},
  ): Promise<void> {
    const provider = this.#own();
    const person = { sub: `subject of ${userId}`, preferred_username: userId, ...claims };
    Object.assign(provider, { person, acr: acr ?? null, age: ageSeconds });
    await inStep(`identityProvider: sign ${userId} in`, async () => {
      await page.goto(`${this.#site.url}/sign-in`);
      const { signIn } = await namesOf(page);
      await page.getByRole('button', { name: signIn.continueWith(PROVIDER_NAME) }).click();
      await page.getByRole('button', { name: PROVIDER_BUTTON }).click();
    });
  }

  #own(): OpenIdProvider {
    if (this.#provider) return this.#provider;
    throw new Error(
      'identityProvider needs a provider: test.use({ hasIdentityProvider: true }) at the top of the file',
    );
  }
}
