import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '@/lib/config/config';
import { LEGACY_PAGES } from '@/lib/server/http/legacy/legacy-pages';
import { legacyAnswerer } from '@/lib/server/http/legacy/legacy-paths';
import { standardChecks } from '@/lib/server/http/checks/standard-checks';
import { speakLanguages } from '@/lib/shared/language/request-language';
import { FrontServer, type RawAnswer } from '../../../support/servers/front-server';

const PUBLIC_URL = 'https://bank.example';

let server: FrontServer;
let off: FrontServer;
/** Bodies that came past the checks. */
const passedOn: string[] = [];

beforeAll(async () => {
  speakLanguages();
  [server, off] = await Promise.all([open(['/selfmgmt', '/votp']), open([])]);
});

afterAll(() => {
  server.close();
  off.close();
});

function open(legacyPaths: string[]): Promise<FrontServer> {
  return FrontServer.open(
    [
      legacyAnswerer({ legacyPaths }),
      ({ response, body }) => {
        passedOn.push(body.toString());
        response.writeHead(404, { 'content-length': 7 }).end('Next.js');
        return Promise.resolve();
      },
    ],
    (port) => {
      const site = { publicUrl: PUBLIC_URL, isHttps: true, host: '127.0.0.1', port, otherHosts: [], trustedProxies: 0 };
      return standardChecks({ ...site, legacyPaths } as unknown as Config);
    },
  );
}

function get(target: string, method = 'GET', from: FrontServer = server): Promise<RawAnswer> {
  return from.send(`${method} ${target} HTTP/1.1\r\nHost: bank.example\r\nConnection: close\r\n\r\n`);
}

/** As a browser sends a form that stands on another website. */
function post(target: string, form: string, headers = ''): Promise<RawAnswer> {
  return server.send(
    `POST ${target} HTTP/1.1\r\nHost: bank.example\r\nConnection: close\r\nOrigin: https://old.bank.example\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n${headers}\r\n${form}`,
  );
}

describe('an address of the vendor’s website', () => {
  it.each([...LEGACY_PAGES])('the action %s leads to %s, for GET and HEAD', async (action, page) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await get(`/selfmgmt/ui?action=${action}`, method);
      expect([status, headers.get('location'), headers.get('cache-control'), body]).toEqual([
        303,
        page,
        'no-store',
        '',
      ]);
    }
  });

  it.each([
    ['/selfmgmt', '/'],
    ['/selfmgmt/', '/'],
    ['/selfmgmt/?action=', '/'],
    ['/selfmgmt/?action=unheardof', '/'],
    ['/selfmgmt/?action=constructor', '/'],
    ['/SelfMgmt/?ACTION=pinchange', '/'],
    ['/SelfMgmt/?action=PinChange', '/profile#server-pin'],
    ['/selfmgmt;jsessionid=0A1B?action=pinchange', '/profile#server-pin'],
    ['/selfmgmt/main;jsessionid=0A1B?x=1&action=pinchange&action=web', '/profile#server-pin'],
    ['/votp/?action=web', '/sign-in/one-time-password'],
  ])('%s leads to %s', async (target, page) => {
    const { status, headers } = await get(target);
    expect([status, headers.get('location')]).toEqual([303, page]);
  });

  it.each([
    'action=//evil.example',
    'action=https://evil.example/',
    'action=pinchange&next=//evil.example&username=jane.doe&password=secret',
    'action=pinchange%0d%0aSet-Cookie:%20a=b',
    'next=https://evil.example',
    'action=%E0%A4%A',
  ])('threat: an open redirect — %s leads to a page of the list, with nothing of the request', async (query) => {
    const { status, headers } = await get(`/selfmgmt/?${query}`);
    expect(status).toBe(303);
    expect(['/', '/profile#server-pin']).toContain(headers.get('location'));
    expect(headers.has('set-cookie')).toBe(false);
  });

  it.each(['/selfmgmtx?action=pinchange', '/x/selfmgmt?action=pinchange', '/?action=pinchange'])(
    '%s is no such address',
    async (target) => {
      expect(await get(target)).toMatchObject({ status: 404, body: 'Next.js' });
    },
  );

  it('no such address leads anywhere while the setting is off', async () => {
    expect(await get('/selfmgmt/?action=pinchange', 'GET', off)).toMatchObject({ status: 404, body: 'Next.js' });
  });
});

describe('a form of the vendor’s website', () => {
  const FORM = 'username=jane.doe&password=Old-Secret-1&commit=Log+In';

  it('a form is answered in plain words with the way on, and what was typed goes nowhere', async () => {
    passedOn.length = 0;
    const { status, headers, body } = await post('/selfmgmt/?action=changebackendpassword', FORM);
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(body).toContain('Open /profile#password of this site instead');
    expect(body).not.toContain('Secret');
    expect(passedOn).toEqual([]);
  });

  it('a form in a browser gets a page in the reader’s language with a link', async () => {
    const headers = 'Accept: text/html\r\nAccept-Language: nl\r\n';
    const { status, body } = await post('/selfmgmt/?action=pinchange&next=//evil.example', FORM, headers);
    expect(status).toBe(405);
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('Dit formulier wordt niet meer gebruikt');
    expect(body).toContain('<a href="/profile#server-pin">');
    expect(body).not.toContain('evil');
  });

  it('a form elsewhere on this site is still held to its origin', async () => {
    expect(await post('/profile', FORM)).toMatchObject({ status: 403 });
  });
});
