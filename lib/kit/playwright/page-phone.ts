import { expect, type Page } from '@playwright/test';
import { names } from '../../names';
import type { Screen } from '../phone/camera';
import type { Device } from '../phone/device';
import { TestPhone, type PhoneOptions } from '../phone/test-phone';
import type { Person } from '../server/people';
import { PASSWORD } from '../server/server';
import type { Site } from '../server/site';

/** Whoever gets a device. @property password that OneSpan Authentication Server registers with */
type Seeded = Pick<Person, 'userId'> & Partial<Pick<Person, 'password'>>;

type Connected = Awaited<ReturnType<(typeof TestPhone)['connect']>>;

/** A test phone whose person has a browser too. */
export class PagePhone extends TestPhone {
  readonly #site: Site;

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
    const question = { kind: 'start-activation', userId, deviceName, password } as const;
    const { payload } = await this.#site.ask<'start-activation'>('phone.seed', question);
    return this.activate(payload);
  }

  protected override async waitForImage(screen: Screen): Promise<void> {
    if (!isPage(screen)) return;
    const { activation, phoneSignIn } = names;
    const images = [activation.image, phoneSignIn.image, phoneSignIn.confirmationImage];
    const image = screen.getByRole('img', { name: new RegExp(`^(${images.join('|')})`) });
    await expect(image.first(), 'the page shows no image for a phone').toBeVisible();
  }

  /** Signs its person in on a page: opens the sign-in page, reads the image and types the page's number. */
  async signIn(page: Page): Promise<void> {
    await page.goto(`${this.#site.url}/sign-in`);
    await page.getByRole('link', { name: names.signIn.withPhone }).click();
    await this.scan(page);
    const number = page.getByRole('status', { name: names.phoneSignIn.number });
    await this.approve({ number: await number.innerText() });
    await expect(page).not.toHaveURL(/\/sign-in/);
  }

  /** Activates without a network, on a page that shows the first of the two images. */
  async offline(page: Page): Promise<Device> {
    const begun = await this.beginOffline(page);
    await page.getByRole('textbox', { name: names.activation.deviceCode }).fill(begun.deviceCode);
    await page.getByRole('button', { name: names.activation.showSecondImage }).click();
    const signature = await this.finishOffline(begun, page);
    await page.getByRole('textbox', { name: names.activation.signature }).fill(signature);
    await page.getByRole('button', { name: names.activation.activate }).click();
    await expect(page.getByRole('heading', { name: names.activation.activated })).toBeVisible();
    return this.device;
  }
}

function isPage(screen: Screen): screen is Page {
  return 'goto' in screen && 'getByRole' in screen;
}
