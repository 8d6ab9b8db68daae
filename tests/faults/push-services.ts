import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { SECOND } from '@/lib/shared/time/duration';
import { requestActivation } from '../e2e/flows/request-activation';
import { phoneSignInScreen } from '../e2e/screens/accounts/phone-sign-in-screen';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { DOES_NOT_END_WELL, GOES_ON, type Cell, type FaultName } from './cell';
import { openPage } from './open-page';
import { pageWords } from './page-words';

const CALL = 'push';

/** What goes wrong at a push service, or with the server between the request and the push message. */
const FAULTS = {
  refused: fault.refused(),
  timeout: fault.timeout(),
  reset: fault.reset(),
  'answer lost': fault.lostAnswer(),
  'status 400': fault.status(400),
  'status 404': fault.status(404),
  'status 410': fault.status(410),
  'status 413': fault.status(413),
  'status 429': fault.reply({ status: 429, headers: { 'retry-after': '5' }, body: '' }),
  'status 500': fault.status(500),
  'status 503': fault.status(503),
  redirect: fault.redirect('http://127.0.0.1:9/elsewhere'),
  'server killed': null,
} as const satisfies Partial<Record<FaultName, Fault | null>>;

type Name = keyof typeof FAULTS;
const NAMES = Object.keys(FAULTS) as Name[];

export const NOTIFIED_PEOPLE = NAMES.length;

/** The last tries of a request that lives a minute come some seconds before its end. */
const PATIENCE_MS = 45 * SECOND;
const ENDED: ReadonlySet<Name> = new Set<Name>(['status 404', 'status 410']);

/** A push service for each fault, so that the faults do not meet. */
export async function openPushServices(): Promise<PushService[]> {
  return Promise.all(NAMES.map(() => PushService.open()));
}

/** The notification of a sign-in by every fault. The server is killed at the end, when the others are done. */
export async function notifiedCells(
  site: LoadSite,
  browser: Browser,
  people: readonly LoadPerson[],
  services: readonly PushService[],
): Promise<Cell[]> {
  const cell = async (name: Name, index: number): Promise<Cell> => {
    const [person, service] = [people[index], services[index]];
    if (!person || !service) throw new RangeError('each fault takes a person and a service');
    const notified = await Notified.open(site, browser, person, service);
    try {
      return { call: CALL, fault: name, ...(await notified.run(name)) };
    } catch (error) {
      const later = `${DOES_NOT_END_WELL}: ${error instanceof Error ? error.message : String(error)}`;
      return { call: CALL, fault: name, once: '', person: '', phone: '', kept: '', later };
    } finally {
      await notified.close();
    }
  };
  const others = NAMES.filter((name) => FAULTS[name] !== null);
  const cells = await Promise.all(others.map((name) => cell(name, NAMES.indexOf(name))));
  cells.push(await cell('server killed', NAMES.indexOf('server killed')));
  return cells;
}

class Notified {
  readonly #site: LoadSite;
  readonly #page: Page;
  readonly #phone: TestPhone;
  readonly #userId: string;
  readonly #service: PushService;
  #subscription: PushSubscription;

  private constructor(parts: {
    site: LoadSite;
    page: Page;
    phone: TestPhone;
    userId: string;
    service: PushService;
    subscription: PushSubscription;
  }) {
    this.#site = parts.site;
    this.#page = parts.page;
    this.#phone = parts.phone;
    this.#userId = parts.userId;
    this.#service = parts.service;
    this.#subscription = parts.subscription;
  }

  static async open(
    site: LoadSite,
    browser: Browser,
    { userId, ...person }: LoadPerson,
    service: PushService,
  ): Promise<Notified> {
    const page = await openPage(site, browser, { userId, ...person });
    const phone = await TestPhone.at(site.server.url);
    const { link } = await requestActivation(page);
    await phone.activate(link);
    await page.context().clearCookies();
    const subscription = await phone.subscribeToPush(service);
    return new Notified({ site, page, phone, userId, service, subscription });
  }

  async run(name: Name): Promise<Omit<Cell, 'call' | 'fault'>> {
    const wrong = FAULTS[name];
    const once = wrong === null ? await this.#killed() : await this.#once(name, wrong);
    if (wrong === null) return { once, ...(await this.#outcome(name, GOES_ON)) };
    await this.#renew(name);
    this.#service.faults.set('push', wrong);
    await this.#send();
    await delay(8 * SECOND);
    const words = this.#hasArrived() ? 'a notification' : 'no notification';
    const login = await this.#phone.receive();
    const isOpen = login !== null;
    return {
      once,
      ...(await this.#outcome(name, `${words}; ${isOpen ? 'the open app shows the request' : 'nothing'}`)),
    };
  }

  async #once(name: Name, wrong: Fault): Promise<string> {
    this.#service.faults.once('push', wrong);
    await this.#send();
    const patienceMs = ENDED.has(name) ? 8 * SECOND : PATIENCE_MS;
    const isThere = await this.#arrives(patienceMs);
    return isThere ? GOES_ON : 'no notification; the open app shows the request';
  }

  /** The push service holds the message back while the server is killed, as if it had not been sent yet. */
  async #killed(): Promise<string> {
    this.#service.faults.set('push', fault.timeout());
    await this.#send();
    await this.#site.server.kill();
    await this.#service.faults.clear();
    await this.#site.server.launch();
    return (await this.#arrives(PATIENCE_MS)) ? GOES_ON : `${DOES_NOT_END_WELL}: nothing was sent`;
  }

  async #outcome(name: Name, phone: string): Promise<Omit<Cell, 'call' | 'fault' | 'once'>> {
    const person = await pageWords(this.#page);
    await this.#service.faults.clear();
    const kept = ENDED.has(name) ? 'the device, reached no more' : 'the device, reached';
    await this.#renew(name);
    await this.#send();
    if (!(await this.#arrives(PATIENCE_MS))) throw new Error('another request brings no notification');
    const later = ENDED.has(name)
      ? 'the app subscribes again when it is next opened, and requests reach it'
      : 'another request does';
    return { person, phone, kept, later };
  }

  /** As the app does when it is opened, where the push service has ended the subscription. */
  async #renew(name: Name): Promise<void> {
    if (ENDED.has(name)) this.#subscription = await this.#phone.subscribeToPush(this.#service);
  }

  #hasArrived(): boolean {
    return this.#subscription.received.some(({ content }) => content?.includes('push-sign-in') === true);
  }

  async #arrives(patienceMs: number): Promise<boolean> {
    const deadline = Date.now() + patienceMs;
    while (!this.#hasArrived() && Date.now() < deadline) await delay(SECOND / 10);
    return this.#hasArrived();
  }

  async #send(): Promise<void> {
    this.#subscription.received.length = 0;
    const { open, image, userId, send, lookAtYourPhone, cancel } = phoneSignInScreen(this.#page);
    // The request before this one, which the page would show again.
    if (await cancel.isVisible()) await cancel.click();
    await this.#page.goto('/sign-in');
    await open.click();
    await image.waitFor();
    await userId.fill(this.#userId);
    await send.click();
    await lookAtYourPhone.waitFor();
  }

  async close(): Promise<void> {
    this.#phone.close();
    await this.#page.context().close();
  }
}
