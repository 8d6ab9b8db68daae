import { chromium, type Browser, type Page } from '@playwright/test';
import { oneSpanEnvironment } from '@/lib/kit/gateways/onespan-environment';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import type { Account } from '../e2e/fixtures/accounts';
import { openSession } from '../e2e/flows/open-session';
import { activationScreen } from '../e2e/screens/activation-screen';
import { newActivationScreen } from '../e2e/screens/new-activation-screen';
import { addAccounts } from '../support/add-accounts';
import { pageBrowserOptions } from '../support/browser/browser-options';
import { TerminalPhone } from './terminal-phone';

export type Profile = 'onespan-server' | 'onespan-cloud';

const DOMAIN = 'example.org';
const AGENT = 'ann.agent';

/** A site at a gateway of the vendor's kind, whose every call can go wrong, and people one after the other. */
export class GatewaySite {
  readonly profile: Profile;
  readonly oneSpan: OneSpanServer;
  readonly server: Server;
  readonly #browser: Browser;
  #people = 0;

  private constructor(profile: Profile, oneSpan: OneSpanServer, server: Server, browser: Browser) {
    this.profile = profile;
    this.oneSpan = oneSpan;
    this.server = server;
    this.#browser = browser;
  }

  /** @param people how many will take part */
  static async open(profile: Profile, people: number): Promise<GatewaySite> {
    const names = [AGENT, ...Array.from({ length: people }, (_, index) => `person.${index + 1}`)];
    const users = names.map((userId) => ({ userId, staticPassword: PASSWORD, description: userId, email: '' }));
    const oneSpan = await startOnespanServer({ clientCertificate: true, lockThreshold: 0, users });
    const env =
      profile === 'onespan-server'
        ? { ...oneSpanEnvironment(oneSpan, { isRelayed: false }), TESSERA_STAFF: `helpdesk-agent:${AGENT}` }
        : {
            GATEWAY: 'onespan-cloud',
            ONESPAN_CLOUD_URL: oneSpan.cloudUrl,
            ONESPAN_CLOUD_CA_FILE: oneSpan.caFile,
            ONESPAN_CLOUD_CERTIFICATE_FILE: oneSpan.clientCertificateFile,
            ONESPAN_CLOUD_KEY_FILE: oneSpan.clientKeyFile,
            ONESPAN_CLOUD_DOMAIN: DOMAIN,
          };
    const server = await Server.start({ env });
    if (profile === 'onespan-cloud') {
      await server.stop();
      await addAccounts(server.dataDirectory, { people, board: 0, staff: 0 });
      await server.launch();
    }
    return new GatewaySite(profile, oneSpan, server, await chromium.launch(pageBrowserOptions()));
  }

  /** Somebody whom no cell has had, in a browser of their own, once the site has noticed that nothing is wrong any more. */
  async visit(): Promise<Visit> {
    await poll('the site to reach its gateway', async () => (await fetch(`${this.server.url}/api/health`)).ok);
    this.#people += 1;
    const page = await this.#browser.newPage({ baseURL: this.server.url });
    return new Visit(this, { userId: `person.${this.#people}`, password: PASSWORD }, page);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.server.dispose();
    await this.oneSpan.close();
  }
}

/** Somebody with a browser and a phone, who does what a task asks for. */
export class Visit {
  readonly page: Page;
  readonly account: Account;
  readonly #site: GatewaySite;
  readonly #phone = new TerminalPhone();
  #shown = '';
  #phoneWords = 'is not asked';

  constructor(site: GatewaySite, account: Account, page: Page) {
    this.#site = site;
    this.account = account;
    this.page = page;
  }

  signIn(): Promise<void> {
    return openSession(this.page, this.account);
  }

  /** Presses "Show activation image", whatever comes of it. */
  async start(): Promise<void> {
    await this.page.goto('/activations/new');
    await this.pressStart();
  }

  async pressStart(): Promise<void> {
    const { credential, show } = newActivationScreen(this.page);
    if (await credential.isVisible()) await credential.fill(this.account.password);
    await show.click();
  }

  /** Presses "New image" where the activation has ended: a gateway whose clock is ahead ends it. */
  async askForNewImage(): Promise<void> {
    const { newImage } = activationScreen(this.page);
    if (!(await newImage.isVisible())) return;
    const before = this.page.url();
    await newImage.click();
    await this.page.waitForURL((url) => url.href !== before);
  }

  /** Reads the image and makes the four connections. @returns whether the phone says that they went well */
  async scan(): Promise<boolean> {
    const { image, choose } = activationScreen(this.page);
    await image.waitFor();
    if (this.#site.profile === 'onespan-cloud') await choose('colour');
    await image
      .locator('svg')
      .or(image.and(this.page.locator('svg')))
      .first()
      .waitFor();
    this.#phone.photograph(await this.page.screenshot());
    const { isDone, words } = await this.#phone.run(['--image', this.#phone.picture], this.#site.oneSpan.phoneUrl);
    if (!isDone) this.#phoneWords = words;
    return isDone;
  }

  /** Signs in and activates a device. */
  async activate(): Promise<void> {
    await this.signIn();
    await this.start();
    if (!(await this.scan())) throw new Error(`the phone was refused: ${this.#phoneWords}`);
    await activationScreen(this.page).activated.waitFor();
  }

  /** One that was not shown before: a gateway takes each once. */
  async oneTimePassword(): Promise<string> {
    const before = this.#shown;
    await poll('the phone to show another one-time password', async () => {
      this.#shown = await this.#phone.oneTimePassword();
      return this.#shown !== before;
    });
    return this.#shown;
  }

  /** What the phone said when it was refused. */
  get phoneWords(): string {
    return this.#phoneWords;
  }

  /** Devices that the gateway has for the person, and what it began. */
  get kept(): string {
    const records = this.#site.oneSpan.state.records.list();
    const own = records.filter((record) => record.kind === 'instance' && record.owner?.userId === this.account.userId);
    const works = own.filter((record) => record.kind === 'instance' && record.isActivated && !record.isDeactivated);
    return `devices ${works.length}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#phone.dispose();
    await this.page.close();
  }
}
