import type { HttpClient } from './http-client';

type Question = Parameters<HttpClient['ask']>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'content-type': 'application/json' };
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };

/** Of each kind that the site has to read something of before it can refuse it. */
const QUESTIONS: readonly ((index: number) => Question)[] = [
  (index) => [`/${index}/no/such/page`],
  () => ['/sign-in'],
  () => ['/%ff'],
  () => ['/?_rsc=%00', { headers: { rsc: '1', 'next-router-state-tree': '%7Bnot-a-tree' } }],
  () => ['/sign-in', { method: 'POST', headers: { ...FORM, 'next-action': 'f'.repeat(40) }, body: '[' }],
  () => ['/sign-in', { method: 'POST', headers: MULTIPART, body: `--x\r\n${'y'.repeat(10_000)}` }],
  () => ['/api/auth/callback/credentials', { method: 'POST', headers: JSON_BODY, body: '['.repeat(8_000) }],
  (index) => ['/api/auth/callback/credentials', { method: 'POST', headers: FORM, body: `userId=${index}&password=x` }],
  (index) => [
    '/rest/v2/provisioning/generateEphemeralKey',
    { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ registrationIdentifier: `junk-${index}`, A: 'ff' }) },
  ],
  () => ['/rest/v2/provisioning/MdlActivate', { method: 'POST', headers: JSON_BODY, body: 'x'.repeat(30_000) }],
  () => [
    '/api/activations/none/status?after=-1',
    { headers: { cookie: `next-auth.session-token=${'a'.repeat(4_000)}` } },
  ],
  () => ['/', { headers: { origin: 'no address', 'x-forwarded-for': 'a, b, c' } }],
];

/** @returns the status of the answer; 0 when the connection was cut off instead */
export async function hostileRequest(client: HttpClient, index: number): Promise<number> {
  const question = QUESTIONS[index % QUESTIONS.length];
  if (!question) throw new RangeError('no such question');
  return client.ask(...question(index)).then(
    ({ status }) => status,
    () => 0,
  );
}
