import type { Browser, Page } from '@playwright/test';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { requestActivation } from '../e2e/flows/request-activation';
import { readPhoneSignIn } from '../e2e/flows/start-phone-sign-in';
import { devicesScreen } from '../e2e/screens/devices-screen';
import { phoneSignInScreen } from '../e2e/screens/accounts/phone-sign-in-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Cell, Outcome } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import { peopleFor, phoneCells, type PhoneTrial } from './phone-cells';
import { TerminalPhone, type PhoneTry } from './terminal-phone';

const AT_A_TIME = 10;

/** What the person does on the phone when it asks, by the call that this makes. */
const CALLS = {
  'authentication/scan/getPreparedSecureChallenge': 'number',
  'authentication/scan/authUser': 'number',
  'authentication/scan/cancelAuthUser': 'cancel',
} as const satisfies Partial<Record<PhoneCall, 'number' | 'cancel'>>;

const NAMES = Object.keys(CALLS) as (keyof typeof CALLS)[];

/** People whom the cells take: one for each try. */
export const SIGN_IN_PEOPLE = peopleFor(NAMES);

/** Every call of a sign-in by image by every fault, each in a browser and on a phone of its own. */
export function phoneSignInCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  return phoneCells(NAMES, people, AT_A_TIME, (person, call) => SignIn.open(site, browser, person, CALLS[call]));
}

/** One sign-in: a page on which nobody is signed in, and a phone with a device and a line of its own. */
class SignIn implements PhoneTrial {
  readonly #line: PhoneLine;
  readonly #page: Page;
  readonly #phone: TerminalPhone;
  readonly #answer: 'number' | 'cancel';
  #number = '';

  private constructor(page: Page, line: PhoneLine, phone: TerminalPhone, answer: 'number' | 'cancel') {
    this.#page = page;
    this.#line = line;
    this.#phone = phone;
    this.#answer = answer;
  }

  static async open(site: LoadSite, browser: Browser, person: LoadPerson, answer: 'number' | 'cancel') {
    const page = await openPage(site, browser, person);
    const phone = new TerminalPhone();
    const line = await PhoneLine.open(site.server.url);
    const { link } = await requestActivation(page);
    const { isDone, words } = await phone.run(['--link', link], line.url);
    if (!isDone) throw new Error(`the phone was not activated: ${words}`);
    await page.context().clearCookies();
    const signIn = new SignIn(page, line, phone, answer);
    await signIn.#begin();
    return signIn;
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.set(call, wrong);
  }

  /** Reads the image with the phone and answers it. */
  attempt(): Promise<PhoneTry> {
    const answer = this.#answer === 'cancel' ? ['--cancel'] : ['--number', this.#number];
    return this.#phone.run(['--login', '--image', this.#phone.picture, ...answer], this.#line.url);
  }

  /** What came of a try, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const person = await pageWords(this.#page);
    const kept = (await this.#isSignedIn()) ? 'signed in' : 'not signed in';
    await this.#line.faults.clear();
    const later = isDone ? 'nothing is left to do' : await this.#tryAgain();
    return { person, phone: words, kept, later };
  }

  /** What a person does next: the same image, and where that is used up a new one. */
  async #tryAgain(): Promise<string> {
    if (await this.#isSignedIn()) return 'nothing is left to do';
    if ((await this.attempt()).isDone) return 'the same image does';
    await this.#begin();
    const { isDone, words } = await this.attempt();
    if (!isDone) throw new Error(`a new image does not help: ${words}`);
    if (this.#answer === 'number') await devicesScreen(this.#page).heading.waitFor();
    return 'a new image does';
  }

  async #begin(): Promise<void> {
    const { open, image } = phoneSignInScreen(this.#page);
    await this.#page.goto('/sign-in');
    await open.click();
    await image.waitFor();
    const { shot, number } = await readPhoneSignIn(this.#page);
    this.#phone.photograph(shot);
    this.#number = number;
  }

  #isSignedIn(): Promise<boolean> {
    return devicesScreen(this.#page).heading.isVisible();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#phone.dispose();
    this.#line.close();
    await this.#page.context().close();
  }
}
