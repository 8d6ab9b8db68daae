import type { Browser, Page } from '@playwright/test';
import { sentenceFor } from '@/lib/phone/phone-problem';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import type { PhoneLogin } from '@/lib/kit/phone/phone-login';
import { PhoneRefused } from '@/lib/kit/phone/phone-refused';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { requestActivation } from '../e2e/flows/request-activation';
import { devicesScreen } from '../e2e/screens/devices-screen';
import { phoneSignInScreen } from '../e2e/screens/accounts/phone-sign-in-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Cell, Outcome } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import { peopleFor, phoneCells, type PhoneTrial } from './phone-cells';
import type { PhoneTry } from './terminal-phone';

const AT_A_TIME = 10;

/** What the person does on the phone when it asks, by the call that this makes. */
const CALLS = {
  'authentication/push/getPreparedSecureChallenge': 'number',
  'authentication/push/authUser': 'number',
  'authentication/push/cancelAuthUser': 'cancel',
} as const satisfies Partial<Record<PhoneCall, 'number' | 'cancel'>>;

const NAMES = Object.keys(CALLS) as (keyof typeof CALLS)[];

/** People whom the cells take: one for each try. */
export const PUSHED_PEOPLE = peopleFor(NAMES);

/** Every call of a sign-in that is sent to the phone by every fault. */
export function pushedSignInCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  return phoneCells(NAMES, people, AT_A_TIME, (person, call) => PushedSignIn.open(site, browser, person, CALLS[call]));
}

/** One sign-in: a page on which nobody is signed in, and a phone with a device and notifications. */
class PushedSignIn implements PhoneTrial {
  readonly #phone: TestPhone;
  readonly #page: Page;
  readonly #userId: string;
  readonly #answer: 'number' | 'cancel';
  #opened: PhoneLogin | null = null;

  private constructor(page: Page, phone: TestPhone, userId: string, answer: 'number' | 'cancel') {
    this.#page = page;
    this.#phone = phone;
    this.#userId = userId;
    this.#answer = answer;
  }

  static async open(site: LoadSite, browser: Browser, person: LoadPerson, answer: 'number' | 'cancel') {
    const page = await openPage(site, browser, person);
    const phone = await TestPhone.at(site.server.url);
    const { link } = await requestActivation(page);
    await phone.activate(link);
    await page.context().clearCookies();
    const signIn = new PushedSignIn(page, phone, person.userId, answer);
    await signIn.#send();
    return signIn;
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.#phone.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.#phone.always(call, wrong);
  }

  /** Opens the request on the phone and answers it. */
  async attempt(): Promise<PhoneTry> {
    try {
      // What the phone has opened stays on its screen until it is answered.
      this.#opened ??= await this.#phone.receive();
      if (this.#answer === 'cancel') await this.#opened.decline('cancelled');
      else await this.#opened.approve({ number: (await phoneSignInScreen(this.#page).number.textContent()) ?? '' });
      this.#opened = null;
      return { isDone: true, words: this.#answer === 'cancel' ? 'Cancelled. Nobody was signed in.' : 'Signed in.' };
    } catch (error) {
      if (error instanceof PhoneRefused || error instanceof GatewayFailure)
        return { isDone: false, words: sentenceFor(error.code) };
      if (error instanceof Error && error.message === 'nothing was sent to the phone')
        return { isDone: false, words: error.message };
      throw error;
    }
  }

  /** What came of a try, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const person = await pageWords(this.#page);
    const isSignedIn = await devicesScreen(this.#page).heading.isVisible();
    await this.#phone.heal();
    const later = isDone || isSignedIn ? 'nothing is left to do' : await this.#tryAgain();
    return { person, phone: words, kept: isSignedIn ? 'signed in' : 'not signed in', later };
  }

  /** What a person does next: the same request, and where that has ended another. */
  async #tryAgain(): Promise<string> {
    const isWaiting = await phoneSignInScreen(this.#page).number.isVisible();
    if (isWaiting && (await this.attempt()).isDone) return 'the same request does';
    await this.#send();
    const { isDone, words } = await this.attempt();
    if (!isDone) throw new Error(`another request does not help: ${words}`);
    if (this.#answer === 'number') await devicesScreen(this.#page).heading.waitFor();
    return 'another request does';
  }

  async #send(): Promise<void> {
    this.#opened = null;
    const { open, image, userId, send, lookAtYourPhone } = phoneSignInScreen(this.#page);
    await this.#page.goto('/sign-in');
    await open.click();
    await image.waitFor();
    await userId.fill(this.#userId);
    await send.click();
    await lookAtYourPhone.waitFor();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#phone.close();
    await this.#page.context().close();
  }
}
