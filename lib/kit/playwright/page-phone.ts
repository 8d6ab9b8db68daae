import { expect, type Page } from '@playwright/test';
import type { Screen, Shown } from '../phone/camera';
import type { Device } from '../phone/device';
import type { OfflineActivation } from '../phone/offline-activation';
import type { PhoneLogin } from '../phone/phone-login';
import { TestPhone, type LinkedPhone, type PhoneOptions } from '../phone/test-phone';
import type { Person } from '../server/people';
import { PASSWORD } from '../server/server';
import type { Site } from '../server/site';
import { inStep } from './in-step';
import { imageOn, namesOf } from './page-names';

/** Whoever gets a device. @property password that OneSpan Authentication Server registers with */
type Seeded = Pick<Person, 'userId'> & Partial<Pick<Person, 'password'>>;

const SCROLL_MS = 2_000;

type Connected = Awaited<ReturnType<(typeof TestPhone)['connect']>>;

/** A test phone whose person has a browser too. */
export class PagePhone extends TestPhone {
  readonly #site: Site;
  #sight: Uint8Array | null = null;

  private constructor(site: Site, connected: Connected) {
    super(connected);
    this.#site = site;
  }

  static async of(site: Site, options: PhoneOptions = {}): Promise<PagePhone> {
    return new PagePhone(site, await PagePhone.connect(site.url, options));
  }

  /**
   * Gives somebody an activated device without any page, proof or limit, for tests whose subject comes after it.
   * @throws Error where the site runs already
   */
  async seed({ userId, password = PASSWORD }: Seeded, deviceName = 'Seeded phone'): Promise<Device> {
    return inStep(`phone: seed ${deviceName} of ${userId}`, async () => {
      const question = { kind: 'start-activation', userId, deviceName, password } as const;
      const { payload } = await this.#site.ask<'start-activation'>('phone.seed', question);
      return this.activate(payload);
    });
  }

  override async activate(picture: Shown): Promise<Device> {
    return inStep('phone: activate', () => super.activate(picture));
  }

  override async link(picture: Shown): Promise<LinkedPhone> {
    const linked = await inStep('phone: link, up to the PIN', () => super.link(picture));
    return { ...linked, choosePin: (pin) => inStep('phone: choose a PIN', () => linked.choosePin(pin)) };
  }

  override async beginOffline(picture: Shown): Promise<OfflineActivation> {
    return inStep('phone: read the first image', () => super.beginOffline(picture));
  }

  override async finishOffline(offlineActivation: OfflineActivation, picture: Shown): Promise<string> {
    return inStep('phone: read the second image', () => super.finishOffline(offlineActivation, picture));
  }

  override async scan(picture: Shown, device?: Device): Promise<PhoneLogin> {
    return inStep('phone: scan a request', () => super.scan(picture, device));
  }

  override async receive(device?: Device): Promise<PhoneLogin> {
    return inStep('phone: receive a request', () => super.receive(device));
  }

  override async approve(answer: { number: string }): Promise<void> {
    await inStep(`phone: approve with ${answer.number}`, () => super.approve(answer));
  }

  override async decline(reason?: 'cancelled' | 'not-me'): Promise<void> {
    await inStep(`phone: decline, ${reason ?? 'cancelled'}`, () => super.decline(reason));
  }

  protected override async waitForImage(screen: Screen): Promise<void> {
    if (!isPage(screen)) return;
    const image = await imageOn(screen);
    const { activation } = await namesOf(screen);
    // A touch device, which can activate itself, shows the image on demand.
    const unfold = screen.getByRole('button', { name: activation.activateAnother, exact: true });
    await expect(image.or(unfold).first(), 'the page shows no image for a phone').toBeVisible();
    if (await unfold.isVisible()) await unfold.click();
    await expect(image, 'the page shows no image for a phone').toBeVisible();
  }

  /** Somebody who holds a phone before a page scrolls to the image first. */
  protected override async photograph(screen: Screen): Promise<Uint8Array> {
    if (isPage(screen)) {
      const image = await imageOn(screen);
      // A page that puts another image in its place just now is photographed again.
      await image.scrollIntoViewIfNeeded({ timeout: SCROLL_MS }).catch(() => {});
    }
    return (this.#sight = await screen.screenshot());
  }

  /** The picture that the phone has taken last, of a screen that it was held before; null before the first. */
  get sight(): Uint8Array | null {
    return this.#sight;
  }

  /** Signs its person in on a page: opens the sign-in page, reads the image and types the page's number. */
  async signIn(page: Page): Promise<void> {
    await inStep('phone: sign in', async () => {
      await page.goto(`${this.#site.url}/sign-in`);
      const { signIn, phoneSignIn } = await namesOf(page);
      await page.getByRole('link', { name: signIn.withPhone }).click();
      await this.scan(page);
      const number = page.getByRole('status', { name: phoneSignIn.number });
      await this.approve({ number: await number.innerText() });
      await expect(page).not.toHaveURL(/\/sign-in/);
    });
  }

  /** Activates without a network, on a page that shows the first of the two images. */
  async offline(page: Page): Promise<Device> {
    return inStep('phone: activate offline', async () => {
      const offlineActivation = await this.beginOffline(page);
      const { activation } = await namesOf(page);
      await page.getByRole('textbox', { name: activation.deviceCode }).fill(offlineActivation.deviceCode);
      await page.getByRole('button', { name: activation.showSecondImage }).click();
      const signature = await this.finishOffline(offlineActivation, page);
      await page.getByRole('textbox', { name: activation.signature }).fill(signature);
      await page.getByRole('button', { name: activation.activate }).click();
      await expect(page.getByRole('heading', { name: activation.activated })).toBeVisible();
      return this.device;
    });
  }
}

function isPage(screen: Screen): screen is Page {
  return 'goto' in screen && 'getByRole' in screen;
}
