import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPage } from '@/lib/server/composition/request-answer';
import { nextAnswerer } from '@/lib/server/http/next-answerer';
import { PAGE_BUILD_HEADER } from '@/lib/shared/page-build';

const BUILD = '17';

let server: Server;

beforeAll(async () => {
  const answer = nextAnswerer(async (request, response) => {
    response.setHeader('x-action-revalidated', '1');
    if (request.url === '/shows-its-answer') keepPage();
    response.end();
  }, BUILD);
  server = createServer((request, response) => {
    void answer({ request, response, path: request.url ?? '', address: null, body: Buffer.alloc(0) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

it.each([
  ['an action that it shows the answer of', '/shows-its-answer', 'the build of the server', BUILD, '1'],
  ['an action that it shows the answer of', '/shows-its-answer', 'another build', '16', null],
  ['an action that it shows the answer of', '/shows-its-answer', 'a build that does not say which', null, null],
  ['another action', '/saves', 'another build', '16', '1'],
])(
  'after %s, %s, a page of %s (%s) is told that something has changed: %s',
  async (_action, path, _of, build, told) => {
    const { port } = server.address() as AddressInfo;
    const headers = build === null ? {} : { [PAGE_BUILD_HEADER]: build };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers });
    expect(answer.headers.get('x-action-revalidated')).toBe(told);
  },
);
