import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchCredentials } from '@/components/site/activation/image/use-credentials';
import { PlayedBrowser } from './played-browser';
import { PlayedServer } from './played-server';

const CREDENTIALS = {
  activationType: 'online',
  registrationIdentifier: 'e3wfISG9',
  activationPassword: 'Tb048aX1',
  ownApp: { checkLetter: 'K', link: '/authenticator#x' },
  colour: null,
  blackAndWhite: { size: 41, paths: [{ fill: '#000000', path: 'M4 4h7v1h-7z' }] },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { environment } = new PlayedBrowser(new PlayedServer()).openTab();

it('the request for credentials is retried while the network or the server fails', async () => {
  const answers = [
    () => Promise.reject(new TypeError('failed')),
    () => Promise.resolve(new Response('', { status: 503 })),
  ];
  const fetch = () => answers.shift()?.() ?? Promise.resolve(Response.json(CREDENTIALS));
  const asked = fetchCredentials({ ...environment, fetch }, 'act-1', new AbortController().signal);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await asked).toEqual(CREDENTIALS);
});

it('the request for credentials is not retried when there are none any more', async () => {
  const fetch = vi.fn<typeof environment.fetch>(() => Promise.resolve(new Response('{}', { status: 404 })));
  expect(await fetchCredentials({ ...environment, fetch }, 'act-1', new AbortController().signal)).toBeNull();
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('the request for credentials stops when it is aborted', async () => {
  const leaving = new AbortController();
  const fetch = vi.fn<typeof environment.fetch>(() => Promise.reject(new TypeError('failed')));
  const asked = fetchCredentials({ ...environment, fetch }, 'act-1', leaving.signal);
  await vi.advanceTimersByTimeAsync(500);
  leaving.abort();
  expect(await asked).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledTimes(1);
});
