import 'server-only';
import { loginRequestsKey } from '../../../shared/changes/change-feed';
import { followChanges } from '../../../shared/changes/follow-changes';
import type { Services } from '../../composition/compose';
import { type LongPoll, versionAfter } from './long-poll';
import { followPhoneSignIn, describePhoneSignIn } from '../../../accounts/phone-sign-in/follow-phone-sign-in';
import { followConfirmation } from '../../../accounts/phone-sign-in/request-confirmation';
import { parsePhoneConfirmationKey } from '../../../shared/identifiers/phone-confirmation-id';
import { answerPermitted } from './asking-session';
import { phoneSignInCookie } from '../sessions/browser-secret-cookie';

/** In characters; longer than any push address of ours. */
const LONGEST_ADDRESS = 255;
/** Identifiers of login requests, joined by dots; more than can wait for one phone. */
const KNOWN = /^([0-9a-f]{64}(\.[0-9a-f]{64}){0,31})?$/;

/**
 * Login requests that wait for a phone: Tessera's own, beside OneSpan §3.4, because the vendor's phones learn of them
 * from an external push service. The phone authenticates with the push address that it registered by
 * `updateNotificationID`, as a bearer token, and names the requests that it knows; the poll is held until there are
 * others. Without these it is answered at once.
 */
export function loginRequestsPoll({ embeddedGateway, changeFeed }: Services): LongPoll {
  return {
    route: '/api/authenticator/login-requests',
    asker: 'phone',
    async answer({ header, query }, hold) {
      if (!embeddedGateway) return 404;
      const [, address] = /^Bearer (\S+)$/.exec(header('authorization') ?? '') ?? [];
      if (address === undefined || address.length > LONGEST_ADDRESS) return 401;
      const knownKeys = query.get('known');
      if (knownKeys !== null && !KNOWN.test(knownKeys)) return 400;

      const read = () => embeddedGateway.listLoginRequests(address);
      const first = await read();
      if (!first) return 401;
      const isNews = (inbox: typeof first | null) => inbox === null || knownKeys !== idsOf(inbox.requests);
      const keys = first.owners.map(loginRequestsKey);
      const inbox = await followChanges(changeFeed, keys, read, isNews, () => hold(address));
      return inbox ? { requests: inbox.requests } : 401;
    },
  };
}

/** Each once, even if several devices of the phone can open it. */
function idsOf(requests: readonly { id: string }[]): string {
  return [...new Set(requests.map(({ id }) => id))].sort().join('.');
}

/** Follows the confirmation of a session, for that session; it does not exist for any other. */
export function phoneConfirmationPoll(services: Services): LongPoll {
  const { phoneSignIn, changeFeed } = services;
  return {
    route: '/api/phone-confirmation/[name]/status',
    asker: 'page',
    answer: (request, connection) =>
      answerPermitted(services, request, 'profile:change', connection, async (signedIn, hold) => {
        const key = parsePhoneConfirmationKey(request.name);
        if (!phoneSignIn || !key) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        const challenge = await followConfirmation(phoneSignIn, changeFeed, signedIn, { key, after }, hold);
        return challenge ? describePhoneSignIn(key, challenge, phoneSignIn.clock.now()) : 404;
      }),
  };
}

/** Follows a phone sign-in, for the browser that asked for it; it does not exist for any other. */
export function phoneSignInPoll({ phoneSignIn, changeFeed, config }: Services): LongPoll {
  return {
    route: '/api/phone-sign-in/[name]/status',
    asker: 'page',
    async answer(request, hold) {
      const secret = phoneSignInCookie.readFrom(request.header('cookie'), config.isHttps);
      if (!phoneSignIn || secret === null) return 404;
      const after = versionAfter(request);
      if (after === null) return 400;
      const answer = await followPhoneSignIn(phoneSignIn, changeFeed, { secret, id: request.name, after }, hold);
      return answer ? describePhoneSignIn(answer.id, answer.challenge, phoneSignIn.clock.now()) : 404;
    },
  };
}
