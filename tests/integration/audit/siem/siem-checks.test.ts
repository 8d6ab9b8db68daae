import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siemChecks } from '@/lib/server/doctor/siem-checks';
import type { Finding } from '@/lib/server/doctor/finding';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { TestSiem } from '../../../support/servers/test-siem';

describe('the doctor’s look at a SIEM', () => {
  let siem: TestSiem;
  beforeAll(async () => {
    siem = await TestSiem.start();
  });
  afterAll(() => siem.stop());

  async function examine(port = siem.port, authority = siem.authority.cert): Promise<Finding | undefined> {
    const tls = { authority, identity: null };
    const [check] = siemChecks({ host: 'localhost', port, https: null, tls }, 50);
    return check?.run();
  }

  it('a SIEM that is trusted and ends connections in order is well, and has got nothing', async () => {
    expect(await examine()).toMatchObject({ verdict: 'ok' });
    expect(siem.messages).toEqual([]);
  });

  it('a SIEM whose authority is another one is told from one that is away', async () => {
    const stranger = new ThrowAwayAuthority('Somebody else');
    expect(await examine(siem.port, stranger.cert)).toMatchObject({
      verdict: 'failed',
      fix: expect.stringContaining('TESSERA_SIEM_CA_FILE'),
    });
    expect(await examine(await freePort())).toMatchObject({
      verdict: 'failed',
      words: expect.stringContaining('takes no TLS connection'),
    });
  });
});
