import type { Browser, Page } from '@playwright/test';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { activationScreen } from '../e2e/screens/activation-screen';
import { LoadPage } from '../support/load/load-page';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Outcome } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import type { PhoneTrial } from './phone-cells';
import { TerminalPhone, type PhoneTry } from './terminal-phone';

/** One activation: the page of a signed-in person, and a phone with a line of its own to the site. */
export class Activation implements PhoneTrial {
  readonly line: PhoneLine;
  readonly #page: Page;
  readonly #phone = new TerminalPhone();
  readonly #loadPage: LoadPage;

  private constructor(page: Page, line: PhoneLine, loadPage: LoadPage) {
    this.#page = page;
    this.line = line;
    this.#loadPage = loadPage;
  }

  /** Starts, and waits for the image. @param action from `LoadPage.findStartAction` */
  static async open(site: LoadSite, browser: Browser, person: LoadPerson, action: string): Promise<Activation> {
    const page = await openPage(site, browser, person);
    const loadPage = new LoadPage(site.client, person);
    await page.goto(`/activations/${await loadPage.start(action)}`);
    const activation = new Activation(page, await PhoneLine.open(site.server.url), loadPage);
    await activation.#takePicture();
    return activation;
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.line.faults.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.line.faults.set(call, wrong);
  }

  /** Reads the image with the phone and makes the connections that are due. */
  async attempt(): Promise<PhoneTry> {
    return this.#phone.run(['--image', this.#phone.picture], this.line.url);
  }

  /** What came of a try, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const person = await pageWords(this.#page);
    const kept = await this.#kept();
    await this.line.faults.clear();
    const later = isDone ? 'nothing is left to do' : await this.#tryAgain();
    await activationScreen(this.#page).activated.waitFor();
    return { person, phone: words, kept, later };
  }

  async #kept(): Promise<string> {
    const id = new URL(this.#page.url()).pathname.split('/').at(-1) ?? '';
    const { state } = await this.#loadPage.status(id, -1);
    const devices = (await this.#loadPage.open('/')).match(/href="\/authenticators\/[^"/]+"/g) ?? [];
    return `activation ${state}, devices ${new Set(devices).size}; on the phone ${this.#phone.kept}`;
  }

  /** What a person does next: the same image, and where that is used up a new one. */
  async #tryAgain(): Promise<string> {
    if ((await this.attempt()).isDone) return 'the same image activates the phone';
    const { cancel, newImage } = activationScreen(this.#page);
    await cancel.or(newImage).first().click();
    if (!(await newImage.isVisible())) await newImage.waitFor();
    const before = this.#page.url();
    if ((await newImage.count()) > 0) await newImage.click();
    await this.#page.waitForURL((url) => url.href !== before);
    await this.#takePicture();
    const { isDone, words } = await this.attempt();
    if (!isDone) throw new Error(`a new image does not help: ${words}`);
    return 'a new image activates the phone';
  }

  async #takePicture(): Promise<void> {
    await activationScreen(this.#page).image.waitFor();
    this.#phone.photograph(await this.#page.screenshot());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#phone.dispose();
    this.line.close();
    await this.#page.context().close();
  }
}
