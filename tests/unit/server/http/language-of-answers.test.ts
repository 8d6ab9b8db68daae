import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentLanguage } from '@/lib/shared/language/messages';
import { nextAnswerer } from '@/lib/server/http/next-answerer';

let server: Server;

beforeAll(async () => {
  const answer = nextAnswerer(async (_request, response) => void response.end(currentLanguage()), null);
  server = createServer((request, response) => {
    void answer({ request, response, path: request.url ?? '', address: null, body: Buffer.alloc(0) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

it.each([
  ['/sign-in', 'fr'],
  ['/authenticator/config.json', 'fr'],
  // The service worker, which keeps the app, asks without cookies.
  ['/authenticator', 'de'],
])('%s is answered in %s where French was chosen for the website on a German phone', async (path, language) => {
  const { port } = server.address() as AddressInfo;
  const headers = { cookie: 'tessera.language=fr', 'accept-language': 'de' };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  expect(await answer.text()).toBe(language);
});
