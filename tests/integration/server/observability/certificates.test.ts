import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchedCertificates } from '@/lib/server/composition/watched-certificates';
import { readCertificates } from '@/lib/server/observability/certificates';
import { createMetrics } from '@/lib/server/observability/metrics';
import { makeCertificate } from '../../../support/servers/make-certificate';
import { TestMailServer } from '../../../support/servers/test-mail-server';

type Parts = Parameters<typeof watchedCertificates>[0];

const certificate = makeCertificate();
const expiry = Date.parse(new X509Certificate(certificate.cert).validTo) / 1_000;
const gateway = createServer({ key: certificate.key, cert: certificate.cert }, (_request, response) => response.end());
const mails = await TestMailServer.open({ encrypts: certificate });

const NOTHING = {
  gateway: { kind: 'embedded' },
  mail: { server: null },
  identityProvider: null,
  siem: null,
  traces: null,
  webhooks: [],
  crontoRendererUrl: null,
} as unknown as Parts;

const cloudAt = (port: number): Parts => ({
  ...NOTHING,
  gateway: {
    kind: 'onespan-cloud',
    url: `https://localhost:${port}`,
    tls: { authority: null, identity: { certificate: certificate.cert, key: certificate.key } },
    push: null,
    typedResponse: null,
  },
});

async function figures(config: Parts, metrics = createMetrics()): Promise<string[]> {
  await readCertificates(metrics, watchedCertificates(config));
  const text = await metrics.registry.metrics();
  return text.split('\n').filter((line) => line.startsWith('tessera_certificate_expiry_timestamp_seconds'));
}

describe('when certificates expire', () => {
  beforeAll(async () => {
    await once(gateway.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    gateway.close();
    await mails.close();
    certificate.remove();
  });

  it('a gateway’s certificate is watched, whether trusted or not, and so is the one that is shown to it', async () => {
    const { port } = gateway.address() as AddressInfo;
    expect(await figures(cloudAt(port))).toEqual([
      `tessera_certificate_expiry_timestamp_seconds{of="gateway-client"} ${expiry}`,
      `tessera_certificate_expiry_timestamp_seconds{of="gateway"} ${expiry}`,
    ]);
  });

  it('a mail server’s certificate is watched that begins without encryption', async () => {
    const server = { host: '127.0.0.1', port: mails.port, encryption: 'required', login: null } as const;
    const config = { ...NOTHING, mail: { ...NOTHING.mail, server } };
    expect(await figures(config)).toEqual([`tessera_certificate_expiry_timestamp_seconds{of="mail"} ${expiry}`]);
    expect(mails.received).toEqual([]);
  });

  it('the certificates of a SIEM, of a collector, of a renderer and of receivers of webhooks are watched', async () => {
    const { port } = gateway.address() as AddressInfo;
    const url = `https://localhost:${port}`;
    const identity = { certificate: certificate.cert, key: certificate.key };
    const config = {
      ...NOTHING,
      siem: { host: 'localhost', port, https: null, tls: { authority: null, identity } },
      traces: { url, headers: {}, sampler: 'always_on', ratio: 1, serviceName: 'tessera', authority: null },
      webhooks: [{ url, secret: 'secret' }],
      crontoRendererUrl: url,
    } satisfies Parts;
    expect((await figures(config)).toSorted()).toEqual(
      ['renderer', 'siem', 'siem-client', 'traces', 'webhook'].map(
        (of) => `tessera_certificate_expiry_timestamp_seconds{of="${of}"} ${expiry}`,
      ),
    );
  });

  it('a server that is away keeps the value that it had', async () => {
    const metrics = createMetrics();
    metrics.certificateExpiry.set({ of: 'gateway' }, expiry);
    expect(await figures(cloudAt(1), metrics)).toContain(
      `tessera_certificate_expiry_timestamp_seconds{of="gateway"} ${expiry}`,
    );
  });

  it('nothing is watched where nothing outside is called', () => {
    expect(watchedCertificates(NOTHING)).toEqual([]);
  });
});
