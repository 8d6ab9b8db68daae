import { afterEach, expect, test, vi } from 'vitest';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';

const TOLD = { gatewayUrl: 'https://id.example.org', gatewayId: 'g', frontEndKey: 'k' };

afterEach(() => vi.unstubAllGlobals());

test.each([
  { name: 'IT Service Desk', phone: '+49 30 12 34', email: null, hours: null },
  { name: 'IT Service Desk', phone: null, email: 'help@example.org', hours: 'Mon to Fri' },
])('the website says who helps: %o', async (helpdeskContact) => {
  vi.stubGlobal('fetch', async () => Response.json({ ...TOLD, helpdeskContact }));
  expect(await fetchGatewayAddress('https://id.example.org/')).toEqual({ ...TOLD, helpdeskContact });
});

test.each([null, undefined, 'call us', { name: 1 }, { name: 'Desk', phone: 12, email: null, hours: null }])(
  'a website that does not say it in a known way is one that does not say it: %o',
  async (helpdeskContact) => {
    vi.stubGlobal('fetch', async () => Response.json({ ...TOLD, helpdeskContact }));
    expect(await fetchGatewayAddress('https://id.example.org')).toEqual(TOLD);
  },
);
