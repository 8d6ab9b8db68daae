import 'server-only';
import { followPhoneSignIn } from '../../accounts/phone-sign-in/follow-phone-sign-in';
import { describePhoneSignIn } from '../../accounts/phone-sign-in/phone-sign-in-status';
import type { Services } from '../../composition/compose';
import { phoneSignInCookie } from '../sessions/phone-sign-in-cookie';
import { versionAfter, type LongPoll } from './long-poll';

/** How far a phone sign-in is, for the browser that asked for it; for any other one it does not exist. */
export function phoneSignInPoll({ phoneSignIn, changeFeed, config }: Services): LongPoll {
  return {
    path: /^\/api\/phone-sign-in\/([^/]+)\/status$/,
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
