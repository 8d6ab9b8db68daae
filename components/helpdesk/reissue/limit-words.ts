import { OFF_WORDS } from '@/components/devices/off-words';
import type { ActivationLimits } from '@/lib/devices/authenticator-instance';
import type { OffReason } from '@/lib/devices/directory-capabilities';

/** How many devices a person has and may still have, as the gateway says, or why it does not. */
export function limitWords(limits: ActivationLimits | OffReason): string {
  if (typeof limits === 'string') return `Not known, because ${OFF_WORDS[limits]}`;
  const { used, limit } = limits;
  return limit === 0
    ? `${used} used, any number allowed`
    : `${used} of ${limit} used, ${Math.max(0, limit - used)} left`;
}
