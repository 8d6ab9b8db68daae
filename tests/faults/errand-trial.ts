import type { Browser, Page } from '@playwright/test';
import { sentenceFor } from '@/lib/phone/phone-problem';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import type { Device } from '@/lib/kit/phone/device';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { requestActivation } from '../e2e/flows/request-activation';
import { devicesScreen } from '../e2e/screens/devices-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Outcome } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import type { PhoneTrial } from './phone-cells';
import type { PhoneTry } from './terminal-phone';

/** A phone with a device, and a line of its own for what it does now. */
export type ErrandPhone = {
  siteUrl: string;
  /** By the line that goes wrong. */
  gateway: GatewayAddress;
  /** Beside it. */
  direct: GatewayAddress;
  device: Device;
  /** Whoever has it, signed in. */
  page: Page;
};

/** What a phone does with one call. @property State beside the phone: what one errand keeps from try to try */
export type Errand<State> = {
  /** What comes before, while everything is right. */
  prepare?: (phone: ErrandPhone, state: State) => Promise<void>;
  /** @returns what the phone says @throws GatewayFailure */
  run: (phone: ErrandPhone, state: State) => Promise<PhoneTry>;
  /** What the app does where the gateway fails, if not to say which way it does. */
  failing?: string;
  /** Whether what it was for holds; null where nothing is kept. */
  holds: ((phone: ErrandPhone, state: State) => Promise<boolean>) | null;
  /** In words, when it holds and when not. */
  kept: readonly [holds: string, not: string];
};

export class ErrandTrial<State> implements PhoneTrial {
  readonly #line: PhoneLine;
  readonly #phone: ErrandPhone;
  readonly #errand: Errand<State>;
  readonly #state: State;
  readonly #isWatched: boolean;

  private constructor(
    line: PhoneLine,
    phone: ErrandPhone,
    { errand, state, isWatched }: { errand: Errand<State>; state: State; isWatched: boolean },
  ) {
    this.#line = line;
    this.#phone = phone;
    this.#errand = errand;
    this.#state = state;
    this.#isWatched = isWatched;
  }

  /** @property isWatched whether the person looks at the website meanwhile */
  static async open<State>(
    site: LoadSite,
    browser: Browser,
    person: LoadPerson,
    trial: { errand: Errand<State>; state: State; isWatched: boolean },
  ): Promise<ErrandTrial<State>> {
    const siteUrl = site.server.url;
    const page = await openPage(site, browser, person);
    const activated = await TestPhone.at(siteUrl, { hasNotifications: false });
    const { link } = await requestActivation(page);
    const device = await activated.activate(link);
    activated.close();
    if (trial.isWatched) {
      await page.goto('/');
      await devicesScreen(page).heading.waitFor();
    }
    const line = await PhoneLine.open(siteUrl);
    const direct = await fetchGatewayAddress(siteUrl);
    const phone = { siteUrl, gateway: { ...direct, gatewayUrl: line.url }, direct, device, page };
    await trial.errand.prepare?.(phone, trial.state);
    return new ErrandTrial(line, phone, trial);
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.set(call, wrong);
  }

  async attempt(): Promise<PhoneTry> {
    const { run, failing } = this.#errand;
    try {
      return await run(this.#phone, this.#state);
    } catch (error) {
      if (error instanceof GatewayFailure) return { isDone: false, words: failing ?? sentenceFor(error.code) };
      if (error instanceof DOMException && error.name === 'TimeoutError')
        return { isDone: false, words: sentenceFor('timeout') };
      throw error;
    }
  }

  /** What came of it, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const { holds, kept } = this.#errand;
    const person = this.#isWatched ? await pageWords(this.#phone.page) : 'is not asked';
    const isKept = (await holds?.(this.#phone, this.#state)) ?? false;
    await this.#line.faults.clear();
    const later = isDone ? 'nothing is left to do' : await this.#tryAgain(isKept);
    return { person, phone: words, kept: kept[isKept ? 0 : 1], later };
  }

  async #tryAgain(isKept: boolean): Promise<string> {
    const { isDone, words } = await this.attempt();
    if (isDone) return 'the same again';
    if (!isKept) throw new Error(`the next try does not help: ${words}`);
    return `nothing is left to do; who tries again reads “${words}”`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#line.close();
    await this.#phone.page.context().close();
  }
}
