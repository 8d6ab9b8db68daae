import type { NextRequest } from 'next/server';
import { loginRequestsKey } from '@/lib/access/login-requests-key';
import { followChanges } from '@/lib/activation/follow-changes';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

/** Longer than any push address of ours, in characters. */
const LONGEST_ADDRESS = 255;
/** Identifiers of login requests, joined by dots; more than can wait for one phone. */
const KNOWN = /^([0-9a-f]{64}(\.[0-9a-f]{64}){0,31})?$/;

/**
 * Which sign-ins wait for a phone: of Tessera's own making, beside the contract's services, because the vendor's phones are
 * told of them by an outside push service. The phone says who it is with the push address that it has registered by
 * `updateNotificationID`, as a bearer token, and what it knows already; the question is held until there is something else. Without that it is answered at once.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { embeddedGateway, changeFeed, waitingPhones } = await services();
  if (!embeddedGateway) return uncachedRefusal(404);
  const [, address] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (address === undefined || address.length > LONGEST_ADDRESS) return uncachedRefusal(401);
  const known = request.nextUrl.searchParams.get('known');
  if (known !== null && !KNOWN.test(known)) return uncachedRefusal(400);

  const read = () => embeddedGateway.listLoginRequests(address);
  const first = await read();
  if (!first) return uncachedRefusal(401);
  const isNews = (inbox: typeof first | null) => inbox === null || known !== idsOf(inbox.requests);
  const keys = first.owners.map(loginRequestsKey);
  const { answer, retryAfterMs } = await holdRequest(
    request,
    (until) => followChanges(changeFeed, keys, read, isNews, until),
    { among: waitingPhones, holder: address },
  );
  return answer ? uncachedJson({ requests: answer.requests, retryAfterMs }) : uncachedRefusal(401);
}

/** Each once, also when several devices of the phone can open it. */
function idsOf(requests: readonly { id: string }[]): string {
  return [...new Set(requests.map(({ id }) => id))].sort().join('.');
}
