import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import type { ActivationType } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { activationScreen } from '../screens/activation-screen';
import { formInPage } from '../../support/servers/form-in-page';

/** Whoever is signed in, with or without a page. */
export type Visitor = Pick<Page, 'request'>;

export type RequestedActivation = { id: string; link: string };

const PATH = '/activations/new';

/**
 * Starts an activation by the requests that its two pages send, for tests whose subject comes after it. `startActivation`
 * goes by the pages, which cost more than the activation.
 */
export async function requestActivation(visitor: Visitor, deviceName?: string): Promise<RequestedActivation> {
  const { id, origin } = await sendForm(visitor, deviceName, 'online');
  const shown = await visitor.request.get(`/api/activations/${id}/credentials`);
  const credentials = (await shown.json()) as ActivationCredentials;
  if (credentials.activationType !== 'online' || !credentials.ownApp) throw new Error('there is no link for a phone');
  return { id, link: new URL(credentials.ownApp.link, origin).href };
}

/**
 * Ends on an activation page with its image, for tests whose subject begins there: `startActivation` loads the page before it
 * too. For somebody who is signed in.
 */
export async function openActivation(
  page: Page,
  deviceName?: string,
  activationType: ActivationType = 'online',
): Promise<void> {
  const { id } = await sendForm(page, deviceName, activationType);
  await showActivation(page, id);
}

/** Opens the page of an activation that has an image, which a touch device shows on demand. */
export async function showActivation(page: Page, id: string): Promise<void> {
  await page.goto(`/activations/${id}`);
  const { image, activateAnother } = activationScreen(page);
  await expect(image.or(activateAnother)).toBeVisible();
}

async function sendForm({ request }: Visitor, deviceName = '', activationType: ActivationType) {
  const page = await request.get(PATH);
  const { origin } = new URL(page.url());
  const form = { ...formInPage(await page.text(), names.newActivation.show), deviceName, activationType };
  const answer = await request.post(PATH, { multipart: form, headers: { origin }, maxRedirects: 0 });
  const [, id] = /\/activations\/(act-\w+)/.exec(answer.headers()['location'] ?? '') ?? [];
  if (id === undefined) throw new Error(`no activation was started: ${answer.status()}`);
  return { id, origin };
}

/** Ends what `requestActivation` has started. */
export async function cancelActivation({ request }: Visitor, id: string): Promise<void> {
  const path = `/activations/${id}`;
  const page = await request.get(path);
  const form = formInPage(await page.text(), names.activation.cancel);
  const headers = { origin: new URL(page.url()).origin };
  await request.post(path, { multipart: form, headers, maxRedirects: 0 });
}

/** Waits until the site says that the device is active. */
export async function expectActive({ request }: Visitor, id: string): Promise<void> {
  const state = async () => {
    const answer = await request.get(`/api/activations/${id}/status?after=-1`);
    return ((await answer.json()) as ActivationStatus).state;
  };
  await expect.poll(state, { intervals: [50] }).toBe('active');
}
