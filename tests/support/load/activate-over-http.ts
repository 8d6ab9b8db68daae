import { FakePhone } from '../doubles/fake-phone';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { HttpClient } from './http-client';
import { HttpGateway } from './http-gateway';
import { LoadPage } from './load-page';
import { LoadFailure } from './load-failure';
import type { LoadPerson } from './load-people';
import { payloadOfLink } from '../phones/payload-of-link';

/** An activation whose page shows its image and waits. */
export type BegunActivation = {
  phone: FakePhone;
  /** The page's last answer, and when it came on the clock of `performance`. */
  followed: Promise<{ state: ActivationState; at: number }>;
};

/**
 * One whole activation, as a page and a phone make it: start, image, the four connections, and the page's long polls until
 * it says that the device is active.
 * @param action from `LoadPage.findStartAction`
 * @param phoneClient of another process of the same site, where the phone does not reach the page's
 * @returns milliseconds from the phone's last answer to the page's; below zero when the page is told first
 * @throws LoadFailure, or another error, wherever an answer is not the one that a person waits for
 */
export async function activateOverHttp(
  client: HttpClient,
  person: LoadPerson,
  action: string,
  phoneClient = client,
): Promise<number> {
  return finishOverHttp(await beginOverHttp(client, person, action, phoneClient));
}

/** The first half of it, up to the image. The page goes on waiting. */
export async function beginOverHttp(
  client: HttpClient,
  person: LoadPerson,
  action: string,
  phoneClient = client,
): Promise<BegunActivation> {
  const page = new LoadPage(client, person);
  const activationId = await page.start(action);
  const shown = await credentialsOnceShown(page, activationId);
  const followed = page.follow(activationId).then(({ state }) => ({ state, at: performance.now() }));
  // Awaited when it is finished; whichever fails first is what is told.
  followed.catch(() => {});
  if (shown.activationType !== 'online' || !shown.ownApp) throw new Error('the page shows no image for the own app');
  return { phone: new FakePhone(new HttpGateway(phoneClient), payloadOfLink(shown.ownApp.link)), followed };
}

/** The second half, of the phone. @returns as `activateOverHttp` */
export async function finishOverHttp({ phone, followed }: BegunActivation): Promise<number> {
  for (let connection = 1; connection <= 4; connection++) {
    if ((await phone.step()) !== 'done') throw new Error(`connection ${connection} was refused`);
  }
  const phoneAt = performance.now();
  const { state, at } = await followed;
  if (state !== 'active') throw new Error(`the activation ended as ${state}`);
  return at - phoneAt;
}

/** Where the gateway failed at the start, the image comes once it has answered; the page is told. */
async function credentialsOnceShown(page: LoadPage, activationId: string): Promise<ActivationCredentials> {
  try {
    return await page.credentials(activationId);
  } catch (error) {
    if (!(error instanceof LoadFailure) || error.status !== 409) throw error;
  }
  const { state, version } = await page.status(activationId, -1);
  if (state === 'requested') await page.status(activationId, version);
  return page.credentials(activationId);
}
