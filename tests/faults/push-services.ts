import type { Browser, Page } from '@playwright/test';
import type { Fault } from '@/lib/kit/faults/fault';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { poll } from '@/lib/kit/poll';
import { PUSH_CALLS, type PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { askForPushTest } from '@/lib/phone/push-subscription';
import { fault } from '@/lib/kit/faults/fault';
import { systemRandom } from '@/lib/shared/random';
import { requestActivation } from '../e2e/flows/request-activation';
import { phoneSignInScreen } from '../e2e/screens/accounts/phone-sign-in-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { valueOf } from '../support/phones/activate-device';
import { bothWays, FAULTS_OF_A_PUSH_SERVICE, GOES_ON, type Cell, type Outcome } from './cell';
import { eachOf } from './each-of';
import { openPage } from './open-page';
import { pageWords } from './page-words';

type Name = keyof typeof FAULTS_OF_A_PUSH_SERVICE;
const NAMES = Object.keys(FAULTS_OF_A_PUSH_SERVICE) as Name[];
const [CALL] = PUSH_CALLS;

const AT_A_TIME = 6;

/** People, and push services, which the cells take: one for each try, so that the faults do not meet. */
export const NOTIFIED_PEOPLE = 2 * NAMES.length;

/** The notification of a sign-in by every fault. The server is killed last, when the others are done. */
export async function notifiedCells(
  site: LoadSite,
  browser: Browser,
  people: readonly LoadPerson[],
  services: readonly PushService[],
): Promise<Cell[]> {
  const cell = async (name: Name): Promise<Cell> => {
    const wrong = FAULTS_OF_A_PUSH_SERVICE[name];
    const begin = (number: number) => {
      const index = 2 * NAMES.indexOf(name) + number;
      const [person, service] = [people[index], services[index]];
      if (!person || !service) throw new RangeError('each try takes a person and a service');
      return Notified.open(site, browser, person, service);
    };
    const tries = await bothWays(
      wrong ?? fault.timeout(),
      async () => {
        await using notified = await begin(0);
        const words = wrong === null ? await notified.killed() : await notified.once(wrong);
        return { words, outcome: await notified.outcome(words) };
      },
      async () => {
        await using notified = await begin(1);
        return await notified.outcome(wrong === null ? await notified.killed() : await notified.always(wrong));
      },
    );
    return { call: CALL, fault: name, ...tries };
  };
  const others = NAMES.filter((name) => FAULTS_OF_A_PUSH_SERVICE[name] !== null);
  const cells = await eachOf(others, AT_A_TIME, cell);
  return [...cells, await cell('server killed')];
}

/** Somebody with a phone that notifications reach, and a page on which nobody is signed in. */
class Notified implements AsyncDisposable {
  readonly #site: LoadSite;
  readonly #page: Page;
  readonly #phone: TestPhone;
  readonly #userId: string;
  readonly #service: PushService;
  #subscription: PushSubscription;

  private constructor(
    site: LoadSite,
    page: Page,
    phone: TestPhone,
    userId: string,
    reached: { service: PushService; subscription: PushSubscription },
  ) {
    this.#site = site;
    this.#page = page;
    this.#phone = phone;
    this.#userId = userId;
    this.#service = reached.service;
    this.#subscription = reached.subscription;
  }

  static async open(site: LoadSite, browser: Browser, person: LoadPerson, service: PushService): Promise<Notified> {
    const page = await openPage(site, browser, person);
    const phone = await TestPhone.at(site.server.url);
    const { link } = await requestActivation(page);
    await phone.activate(link);
    await page.context().clearCookies();
    const subscription = await phone.subscribeToPush(service);
    return new Notified(site, page, phone, person.userId, { service, subscription });
  }

  /** A request whose first push message goes wrong. @returns what came of it */
  async once(wrong: Fault): Promise<string> {
    this.#service.faults.once(CALL, wrong);
    await this.#send();
    const { lookAtYourPhone } = phoneSignInScreen(this.#page);
    // It is tried again for as long as the request waits, and no longer.
    await poll('a notification, or the end of the request', async () => {
      return this.#hasArrived() || !(await lookAtYourPhone.isVisible());
    });
    return this.#hasArrived() ? GOES_ON : 'no notification: it is not tried again';
  }

  /** A request whose push messages all go wrong; the person opens the app. */
  async always(wrong: Fault): Promise<string> {
    this.#service.faults.set(CALL, wrong);
    await this.#send();
    await poll('the push service to be called', async () => this.#service.calls.count(CALL) > 0);
    await this.#phone.receive();
    return `${this.#hasArrived() ? 'a notification' : 'no notification'}; the open app shows the request`;
  }

  /** The server is killed while the push service has not answered yet. */
  async killed(): Promise<string> {
    this.#service.faults.set(CALL, fault.timeout());
    await this.#send();
    await poll('the push service to be called', async () => this.#service.calls.count(CALL) > 0);
    await this.#site.server.kill();
    await this.#service.faults.clear();
    await this.#site.server.launch();
    await this.#subscription.next(isRequest);
    return GOES_ON;
  }

  /** What is left, and whether the next request comes. @throws Error when it does not end well */
  async outcome(words: string): Promise<Outcome> {
    const person = await pageWords(this.#page);
    await this.#service.faults.clear();
    const isReached = await this.#isReached();
    // As the app does when it is opened: the browser's own subscription has ended too.
    if (!isReached) this.#subscription = await this.#phone.subscribeToPush(this.#service);
    await this.#send();
    await this.#subscription.next(isRequest);
    return {
      person,
      phone: words === GOES_ON ? 'a notification' : words,
      kept: isReached ? 'the device, reached' : 'the device, not reached',
      later: isReached
        ? 'another request brings a notification'
        : 'the app subscribes again when it is next opened, and another request brings a notification',
    };
  }

  /** As a test from the app's settings says. */
  async #isReached(): Promise<boolean> {
    const gateway = await fetchGatewayAddress(this.#site.server.url);
    return valueOf(await askForPushTest(gateway, this.#phone.device, systemRandom)) === 'delivered';
  }

  #hasArrived(): boolean {
    return this.#subscription.received.some(isRequest);
  }

  async #send(): Promise<void> {
    const { open, image, userId, send, lookAtYourPhone, cancel } = phoneSignInScreen(this.#page);
    // The request before this one, which the page would show again.
    if (await cancel.isVisible()) {
      await cancel.click();
      await cancel.waitFor({ state: 'hidden' });
    }
    this.#subscription.received.length = 0;
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

function isRequest({ content }: { content: string | null }): boolean {
  return content?.includes('"kind":"push-sign-in"') === true;
}
