import type { CDPSession, Page } from '@playwright/test';
import { base64UrlFromBytes } from '../../shared/bytes';
import type { PushService } from '../push/push-service';
import type { PushedMessage, PushSubscription } from '../push/push-subscription';

/** The path that the phone app's worker is registered for. */
const SCOPE = '/authenticator';

/** What the page asks of the test, in the place of the browser's push service. */
type Bridge = {
  tesseraPush: (question: 'find' | 'end' | number[]) => Promise<{ json: object; key: string } | null>;
};

/**
 * Lets the phone app in a browser subscribe at the kit's push service, because a browser of a test has none, and hands each message to
 * the app's own service worker, as the browser would. Chromium only.
 */
export class PagePush {
  readonly #service: PushService;
  /** Its origin. */
  readonly #site: string;
  #session: CDPSession | null = null;
  #registrationId: string | null = null;
  #subscription: PushSubscription | null = null;

  private constructor(service: PushService, site: string) {
    this.#service = service;
    this.#site = site;
  }

  /**
   * @param page of the phone app, before it opens it
   * @param site address of the site
   * @throws Error in a browser without notifications, where the app would not offer them
   */
  static async connect(page: Page, service: PushService, site: string): Promise<PagePush> {
    const push = new PagePush(service, new URL(site).origin);
    const context = page.context();
    push.#session = await context.newCDPSession(page);
    const { product } = await push.#session.send('Browser.getVersion');
    if (product.startsWith('HeadlessChrome'))
      throw new Error(
        "Chromium's headless shell has no notifications: test.use({ channel: 'chromium' }) takes the whole browser",
      );
    await context.grantPermissions(['notifications']);
    await context.exposeFunction('tesseraPush', (question: 'find' | 'end' | number[]) => push.#answer(question));
    await context.addInitScript(standInForPushManager);
    push.#session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL, isDeleted }) => !isDeleted && new URL(scopeURL).pathname === SCOPE);
      if (ours) push.#registrationId = ours.registrationId;
    });
    await push.#session.send('ServiceWorker.enable');
    return push;
  }

  /** Null while the app has not subscribed. */
  get subscription(): PushSubscription | null {
    return this.#subscription;
  }

  /** Hands a message to the app's worker. @param data what it says */
  async deliver(data: string): Promise<void> {
    if (!this.#session || this.#registrationId === null) throw new Error('the phone app has no service worker yet');
    const registrationId = this.#registrationId;
    await this.#session.send('ServiceWorker.deliverPushMessage', { origin: this.#site, registrationId, data });
  }

  async #answer(question: 'find' | 'end' | number[]): Promise<{ json: object; key: string } | null> {
    if (question === 'end') {
      this.#subscription?.unsubscribe();
      this.#subscription = null;
    } else if (question !== 'find') {
      this.#subscription = await this.#service.subscribe(base64UrlFromBytes(Uint8Array.from(question)));
      this.#subscription.onReceived = ({ content }: PushedMessage) => this.deliver(content ?? '');
    }
    const one = this.#subscription;
    return one && { json: one.toJSON(), key: one.applicationServerKey };
  }
}

/** Runs in the page. Its functions are methods: a transpiler that keeps names (tsx) wraps others in a helper that the page lacks. */
function standInForPushManager(): void {
  const { tesseraPush } = globalThis as unknown as Bridge;
  const browser = {
    subscriptionOf(found: Awaited<ReturnType<Bridge['tesseraPush']>>) {
      if (!found) return null;
      const text = atob(found.key.replaceAll('-', '+').replaceAll('_', '/'));
      const key = Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
      return {
        ...found.json,
        options: { userVisibleOnly: true, applicationServerKey: key.buffer },
        toJSON() {
          return found.json;
        },
        async unsubscribe() {
          return (await tesseraPush('end')) === null;
        },
      };
    },
  };
  Object.assign(PushManager.prototype, {
    async getSubscription() {
      return browser.subscriptionOf(await tesseraPush('find'));
    },
    async subscribe({ applicationServerKey }: { applicationServerKey: Uint8Array }) {
      return browser.subscriptionOf(await tesseraPush([...applicationServerKey]));
    },
  });
}
