import { expect } from '@playwright/test';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { poll } from '@/lib/kit/poll';
import type { Server } from '@/lib/kit/server/server';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

/** More than one process has under way before it refuses further ones; see `LoadShedder`. */
const REQUESTS_AT_ONCE = 80;

const AGAIN_MS = 50;

/**
 * Keeps the server busy with forms that are sent and do not end. The server gives each 15 s, which a busy machine may
 * take to press a button: each that is ended, or refused, is followed by another.
 * @returns what ends them
 */
async function keepBusy(server: Server): Promise<() => void> {
  const { host, hostname, port } = new URL(server.url);
  const sockets = new Set<Socket>();
  let isReleased = false;
  const send = async () => {
    if (isReleased) return;
    const socket = connect(Number(port), hostname);
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (!isReleased) setTimeout(() => void send().catch(() => {}), AGAIN_MS);
    });
    await once(socket, 'connect');
    socket.write(
      `POST /sign-in HTTP/1.1\r\nhost: ${host}\r\norigin: ${server.url}\r\n` +
        'content-type: application/x-www-form-urlencoded\r\ncontent-length: 9\r\n\r\na=',
    );
  };
  for (let count = 0; count < REQUESTS_AT_ONCE; count++) await send();
  await poll('the server to refuse more', async () => (await fetch(`${server.url}/sign-in`)).status === 503);
  return () => {
    isReleased = true;
    for (const socket of sockets) socket.destroy();
  };
}

test('a form that a busy server refuses keeps what was typed, and goes through by itself', async ({
  page,
  server,
  account,
}) => {
  const form = newActivationScreen(page);
  await openSession(page, account);
  await page.goto('/activations/new');
  await form.deviceName.fill('Phone of a busy day');
  const release = await keepBusy(server);
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 503);
  await form.show.click();
  expect((await refused).headers()['retry-after']).toMatch(/^\d+$/);
  await expect(form.deviceName).toHaveValue('Phone of a busy day');
  release();
  await expect(activationScreen(page).image).toBeVisible();
  await expect(page.getByText('Phone of a busy day')).toBeVisible();
});
