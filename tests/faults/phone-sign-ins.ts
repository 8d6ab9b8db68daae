import type { Browser, Page } from '@playwright/test';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { requestActivation } from '../e2e/flows/request-activation';
import { readPhoneSignIn } from '../e2e/flows/start-phone-sign-in';
import { devicesScreen } from '../e2e/screens/devices-screen';
import { phoneSignInScreen } from '../e2e/screens/phone-sign-in-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { bothWays, FAULTS_OF_A_CALL, GOES_ON, type Cell, type Outcome } from './cell';
import { eachOf } from './each-of';
import { openPage } from './open-page';
import { pageWords } from './page-words';
import { TerminalPhone, type PhoneTry } from './terminal-phone';

const AT_A_TIME = 10;

/** What the person does on the phone when it asks, by the call that this makes. */
const CALLS = {
  'authentication/scan/getPreparedSecureChallenge': 'number',
  'authentication/scan/authUser': 'number',
  'authentication/scan/cancelAuthUser': 'cancel',
} as const satisfies Partial<Record<PhoneCall, 'number' | 'cancel'>>;

const PAIRS = (Object.keys(CALLS) as (keyof typeof CALLS)[]).flatMap((call) =>
  (Object.keys(FAULTS_OF_A_CALL) as (keyof typeof FAULTS_OF_A_CALL)[]).map((name) => ({ call, name })),
);

/** People whom the cells take: one for each try. */
export const SIGN_IN_PEOPLE = 2 * PAIRS.length;

/** Every call of a sign-in by image by every fault, each in a browser and on a phone of its own. */
export async function phoneSignInCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  return eachOf(PAIRS, AT_A_TIME, async ({ call, name }, index) => {
    const wrong = FAULTS_OF_A_CALL[name];
    const open = (number: number) => {
      const person = people[2 * index + number];
      if (!person) throw new RangeError('too few people');
      return SignIn.open(site, browser, person, CALLS[call]);
    };
    const tries = await bothWays(
      wrong,
      async () => {
        await using signIn = await open(0);
        signIn.line.faults.once(call, wrong);
        const tried = await signIn.answer();
        const outcome = await signIn.outcome(tried);
        return { words: tried.isDone ? GOES_ON : tried.words, outcome };
      },
      async () => {
        await using signIn = await open(1);
        signIn.line.faults.set(call, wrong);
        return await signIn.outcome(await signIn.answer());
      },
    );
    return { call, fault: name, ...tries };
  });
}

/** One sign-in: a page on which nobody is signed in, and a phone with a device and a line of its own. */
class SignIn {
  readonly line: PhoneLine;
  readonly #page: Page;
  readonly #phone: TerminalPhone;
  readonly #answer: 'number' | 'cancel';
  #number = '';

  private constructor(page: Page, line: PhoneLine, phone: TerminalPhone, answer: 'number' | 'cancel') {
    this.#page = page;
    this.line = line;
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

  /** Reads the image with the phone and answers it. */
  answer(): Promise<PhoneTry> {
    const answer = this.#answer === 'cancel' ? ['--cancel'] : ['--number', this.#number];
    return this.#phone.run(['--login', '--image', this.#phone.picture, ...answer], this.line.url);
  }

  /** What came of a try, and how the next one ends once nothing is wrong. @throws Error when it does not end well */
  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const person = await pageWords(this.#page);
    const kept = (await this.#isSignedIn()) ? 'signed in' : 'not signed in';
    await this.line.faults.clear();
    const later = isDone ? 'nothing is left to do' : await this.#tryAgain();
    return { person, phone: words, kept, later };
  }

  /** What a person does next: the same image, and where that is used up a new one. */
  async #tryAgain(): Promise<string> {
    if (await this.#isSignedIn()) return 'nothing is left to do';
    if ((await this.answer()).isDone) return 'the same image does';
    await this.#begin();
    const { isDone, words } = await this.answer();
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
    this.line.close();
    await this.#page.context().close();
  }
}
