import { type IdempotencyStore, KEPT_MS, LEASE_MS } from '../../../helpdesk/service-accounts/idempotent-requests';
import { tryAndKeepRetrying } from '../../../shared/async/retry';
import type { Clock } from '../../../shared/time/clock';
import type { ApiRequest } from '../api-request';
import { fingerprintOf, parseIdempotencyKey } from './idempotency-key';
import { JSON_TYPE, problemReply, type Reply } from './reply';

const KEPT_HEADERS = ['etag', 'location'];

/**
 * Carries a write out once per `Idempotency-Key`, and repeats its response for the same key. Without a key it is always
 * carried out. Our own failures, and refusals that may pass soon, are not stored: the same key may be tried again.
 */
export async function withIdempotency(
  store: IdempotencyStore,
  { route, request, body, caller, problems }: ApiRequest,
  clock: Clock,
  act: () => Promise<Reply>,
): Promise<Reply> {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return act();
  const key = parseIdempotencyKey(header.toString());
  if (key === null) {
    const detail = 'It has 1 to 64 printable characters, in quotes where it has others than letters and digits.';
    const errors = [{ where: 'header', name: 'Idempotency-Key', detail }] as const;
    return problemReply('malformed-request', problems, { errors });
  }
  const condition = request.headers['if-match'] ?? '';
  const fingerprint = fingerprintOf({ method: route.method, target: request.url ?? '', body, condition });
  const keyed = { serviceAccountId: caller.id, key, fingerprint };
  const now = clock.now();
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const release = () => store.release(keyed, leasedUntil);
  const orRelease = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      await recordInTheEnd(release);
      throw error;
    }
  };
  // A failing database does not confirm its commit: the request may have begun although this threw.
  const attempt = await orRelease(() =>
    store.begin(keyed, { now, leasedUntil, keptUntil: new Date(now.getTime() + KEPT_MS) }),
  );
  switch (attempt.kind) {
    case 'other-request':
      return problemReply('key-used-otherwise', problems);
    case 'under-way':
      return problemReply('key-in-use', problems, { headers: { 'retry-after': '1' } });
    case 'answered':
      return replay(attempt.answer);
    case 'begun':
      break;
  }
  const reply = await orRelease(act);
  const isFinal = reply.status < 500 && reply.status !== 429;
  const isSecret = route.showsSecret === true && reply.status < 300;
  const storedReply = isSecret ? problemReply('secret-shown-once', problems) : reply;
  await recordInTheEnd(isFinal ? () => store.finish(keyed, leasedUntil, keep(storedReply)) : release);
  return reply;
}

/** The write has its answer, whether or not the database can record it now. */
async function recordInTheEnd(work: () => Promise<void>): Promise<void> {
  await tryAndKeepRetrying(work, LEASE_MS).catch(() => {});
}

function keep({ status, contentType, body, headers }: Reply) {
  const storedReply = KEPT_HEADERS.flatMap((name) =>
    headers[name] === undefined ? [] : [[name, String(headers[name])]],
  );
  return { status, body, headers: { ...Object.fromEntries(storedReply), 'content-type': contentType } };
}

function replay({ status, body, headers }: ReturnType<typeof keep>): Reply {
  const { 'content-type': contentType = JSON_TYPE, ...others } = headers as Record<string, string>;
  return { status, contentType, body, headers: { ...others, 'idempotency-replayed': 'true' } };
}
