import type { Principal } from '../../accounts/users/principal';
import type { SessionId } from '../../accounts/sessions/session';
import type { User } from '../../accounts/users/user';
import type { Activation } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';

/** A question after one activation: whose browser asks is known by its session. */
export type ActivationPoll = { sessionId: SessionId; activationId: ActivationId };

/** Everything that decides a poll, as it was at one moment. */
export type PollFacts = {
  /** Whom the session stands for; null when it is unknown, revoked or over, or they have no account any more. */
  asker: Principal<Pick<User, 'userId' | 'domain' | 'roles'>> | null;
  /** Whoever's it is; null when there is none. */
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId' | 'version' | 'state'> | null;
};

/** PORT: what every page that waits asks for again and again, so it has to be cheap. */
export interface PollFactsReader {
  read(poll: ActivationPoll): Promise<PollFacts>;
}
