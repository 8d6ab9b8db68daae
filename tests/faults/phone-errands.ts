import type { Browser, Page } from '@playwright/test';
import { FREEZE_WORDS, tryToFreeze, type FreezeOutcome } from '@/components/phone/freeze/freeze-outcome';
import { sentenceFor } from '@/lib/phone/phone-problem';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { loginDevice, type Device } from '@/lib/kit/phone/device';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { fetchLoginRequests } from '@/lib/phone/login/fetch-login-requests';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import { registerNotifications } from '@/lib/phone/register-notifications';
import { systemRandom } from '@/lib/shared/random';
import { SECOND } from '@/lib/shared/time/duration';
import { requestActivation } from '../e2e/flows/request-activation';
import { devicesScreen } from '../e2e/screens/devices-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Cell, Outcome } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import { peopleFor, phoneCells, type PhoneTrial } from './phone-cells';
import type { PhoneTry } from './terminal-phone';

const AT_A_TIME = 10;

/** Longer than a poll is held. */
const INBOX_PATIENCE_MS = 40 * SECOND;

type Errands = {
  /** By the line that goes wrong. */
  gateway: GatewayAddress;
  /** Beside it. */
  direct: GatewayAddress;
  device: Device;
  address: string;
  page: Page;
  /** What the tries to freeze came to so far. */
  tries: FreezeOutcome[];
};

type Errand = {
  /** @returns what the phone says @throws GatewayFailure */
  run: (errands: Errands) => Promise<PhoneTry>;
  /** Whether what it was for holds; null where nothing is kept. */
  holds: ((errands: Errands) => Promise<boolean>) | null;
  /** In words, when it holds and when not. */
  kept: readonly [holds: string, not: string];
};

const register = async (gateway: GatewayAddress, { device, address }: Errands) =>
  registerNotifications(gateway, loginDevice(device), device.instanceKey, address, systemRandom);

const inbox = (gateway: GatewayAddress, { address }: Errands) =>
  fetchLoginRequests(gateway, address, null, Date.now, AbortSignal.timeout(INBOX_PATIENCE_MS));

/** What the phone does between activations and sign-ins, by the call that this makes. */
const ERRANDS = {
  'notification/push/updateNotificationID': {
    async run(errands) {
      const registered = await register(errands.gateway, errands);
      if (!registered.ok) return { isDone: false, words: sentenceFor(registered.refusal) };
      return { isDone: true, words: 'Notifications are on.' };
    },
    holds: async (errands) => (await inbox(errands.direct, errands)) !== null,
    kept: ['notifications on', 'notifications off'],
  },
  'api/authenticator/login-requests': {
    async run(errands) {
      await register(errands.direct, errands);
      const found = await inbox(errands.gateway, errands);
      return { isDone: found !== null, words: found ? 'Nothing waits for this phone.' : 'Notifications are off.' };
    },
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'provisioning/getServerTime': {
    async run({ gateway }) {
      const drift = await measureClockDrift(gateway, Date.now);
      // Both are read in whole seconds.
      const isRight = Math.abs(drift) <= 1;
      return { isDone: isRight, words: `This phone’s clock is ${isRight ? 'right' : 'wrong'}.` };
    },
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'tessera/freezeEverything': {
    async run({ gateway, device, tries }) {
      const outcome = await tryToFreeze(Promise.resolve(gateway), device, systemRandom, tries.includes('unanswered'));
      tries.push(outcome);
      return { isDone: outcome === 'frozen', words: FREEZE_WORDS[outcome].title };
    },
    async holds({ page }) {
      await page.goto('/');
      return page.url().includes('/sign-in');
    },
    kept: ['everything frozen', 'nothing frozen'],
  },
} as const satisfies Partial<Record<PhoneCall, Errand>>;

type ErrandCall = keyof typeof ERRANDS;

const CALLS = Object.keys(ERRANDS) as ErrandCall[];

/** People whom the cells take: one for each try. */
export const ERRAND_PEOPLE = peopleFor(CALLS);

/** Every such call by every fault, each in a browser and on a phone of its own. */
export function phoneErrandCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  return phoneCells(CALLS, people, AT_A_TIME, (person, call) => ErrandTrial.open(site, browser, person, ERRANDS[call]));
}

/** Somebody who is signed in, with an activated phone and a line of its own for what it does now. */
class ErrandTrial implements PhoneTrial {
  readonly #line: PhoneLine;
  readonly #errand: Errand;
  readonly #errands: Errands;

  private constructor(line: PhoneLine, errand: Errand, errands: Errands) {
    this.#line = line;
    this.#errand = errand;
    this.#errands = errands;
  }

  static async open(site: LoadSite, browser: Browser, person: LoadPerson, errand: Errand): Promise<ErrandTrial> {
    const { url } = site.server;
    const page = await openPage(site, browser, person);
    const phone = await TestPhone.at(url, { hasNotifications: false });
    const { link } = await requestActivation(page);
    const device = await phone.activate(link);
    phone.close();
    await page.goto('/');
    await devicesScreen(page).heading.waitFor();
    const line = await PhoneLine.open(url);
    const direct = await fetchGatewayAddress(url);
    const gateway = { ...direct, gatewayUrl: line.url };
    const address = `web:${crypto.randomUUID()}`;
    return new ErrandTrial(line, errand, { gateway, direct, device, address, page, tries: [] });
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.set(call, wrong);
  }

  async attempt(): Promise<PhoneTry> {
    try {
      return await this.#errand.run(this.#errands);
    } catch (error) {
      if (error instanceof GatewayFailure) return { isDone: false, words: sentenceFor(error.code) };
      if (error instanceof DOMException && error.name === 'TimeoutError')
        return { isDone: false, words: sentenceFor('timeout') };
      throw error;
    }
  }

  /** What came of a try, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const { holds, kept } = this.#errand;
    const person = await pageWords(this.#errands.page);
    const isKept = (await holds?.(this.#errands)) ?? false;
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
    await this.#errands.page.context().close();
  }
}
