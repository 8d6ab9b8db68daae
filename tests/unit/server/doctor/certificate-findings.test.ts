import { expect, it } from 'vitest';
import { clientCertificateFinding, serverCertificateFinding } from '@/lib/server/doctor/certificate-findings';
import type { Endpoint } from '@/lib/server/doctor/probe';

const place: Endpoint = {
  url: 'https://auth.example.org:8888',
  tls: { authority: null, identity: { certificate: '', key: '' } },
  question: { method: 'GET', path: '/', headers: {}, replyType: 'text/xml' },
  variables: { address: 'URL', authority: 'CA', client: { certificate: 'CERTIFICATE', key: 'KEY' } },
  addressIs: 'an address',
};
const now = new Date();

/** As OpenSSL says it while a TLS 1.2 handshake is under way. */
const alert = (words: string) => ({
  certificate: null,
  reply: null,
  isLate: false,
  error: Object.assign(
    new Error(`write EPROTO 4097:error:0A000418:SSL routines:ssl3_read_bytes:${words}:../rec_layer_s3.c:1605:`),
    { code: 'EPROTO' },
  ),
});

it('a handshake that ends because of the client certificate is no problem of that of the server', () => {
  const greeting = alert('tlsv1 alert unknown ca');
  expect(serverCertificateFinding(greeting, place, now).verdict).toBe('warning');
  const finding = clientCertificateFinding(greeting, place, now);
  expect(finding).toMatchObject({
    verdict: 'failed',
    words: 'the server refuses it (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)',
  });
});

it('a handshake that takes too long says nothing about certificates', () => {
  const error = Object.assign(new Error('The operation was aborted'), { code: 'ABORT_ERR' });
  const finding = serverCertificateFinding({ certificate: null, reply: null, isLate: true, error }, place, now);
  expect(finding).toMatchObject({ verdict: 'failed', fix: expect.stringContaining('how busy the server is') });
});
