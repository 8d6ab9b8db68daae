import type { Page } from '@playwright/test';
import type { CallLog } from '../faults/call-log';
import type { Fault } from '../faults/fault';
import type { Device } from '../phone/device';
import type { PushService } from '../push/push-service';
import type { PushSubscription } from '../push/push-subscription';
import type { Site } from '../server/site';
import { inStep } from './in-step';
import { PagePush } from './page-push';
import type { PagePhone } from './page-phone';

/** What phones get while their app is closed, from a push service of the test's. */
export class KitPushes {
  readonly #service: PushService | null;
  readonly #site: Site;

  /** @param service null where the suite did not ask for one */
  constructor(service: PushService | null, site: Site) {
    this.#service = service;
    this.#site = site;
  }

  /** What the site has sent since the test began, as it arrived: `calls.verify('push', { status: 503, times: 1 })`. */
  get calls(): CallLog {
    return this.service.calls;
  }

  /** Lets the site reach a phone. What it gets is in the subscription's `received`, and `next()` waits for it. */
  async subscribe(phone: PagePhone, device?: Device): Promise<PushSubscription> {
    return inStep('phone: subscribe to push messages', () => phone.subscribeToPush(this.service, device));
  }

  /** Lets the phone app in a page subscribe, before it is opened there; its own worker gets the messages. Chromium only. */
  async connect(page: Page): Promise<PagePush> {
    return PagePush.connect(page, this.service, this.#site.url);
  }

  /** The push service fails once: `once(fault.status(410))`. */
  once(fault: Fault): void {
    this.service.faults.once('push', fault);
  }

  /** It fails until `heal`. */
  always(fault: Fault): void {
    this.service.faults.set('push', fault);
  }

  async heal(): Promise<void> {
    await this.service.faults.clear();
  }

  /** @throws Error where the suite has none, or the site runs already, which sends nothing to a service of a test's */
  get service(): PushService {
    this.#site.own('pushes');
    if (this.#service) return this.#service;
    throw new Error('pushes needs a push service: test.use({ receivesPushes: true }) at the top of the file');
  }
}
