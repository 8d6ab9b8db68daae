import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { ActivationPoll, PollFactsReader } from '@/lib/activation/following/recent-polls';
import { isPending } from '@/lib/activation/activation';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { signedInAs } from './principal';

/** Reads the activation from a store; every session is this person's. @param user null: no session is valid */
export function fakePollFacts(store: Pick<ActivationStore, 'find'>, user: UserKey | null): PollFactsReader {
  return {
    read: async ({ activationId }: ActivationPoll, after) => {
      const activation = await store.find(activationId, 'example.org');
      const hasMoved = activation && (activation.version !== after || !isPending(activation));
      const asker = user && signedInAs({ ...user, roles: ['user'] as const });
      return { asker, activation, moved: hasMoved ? activation : null };
    },
  };
}
