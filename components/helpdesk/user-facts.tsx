import { OFF_WORDS } from '@/components/authenticators/off-words';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { HelpdeskUser } from '@/lib/helpdesk/read-user';
import { PENDING_WORDS } from './pending-words';

/** Who it is and how things stand, without anything that would activate a device. */
export function UserFacts({ user, isProtected, devices, pending, startsLeft }: HelpdeskUser) {
  const locked = devices?.instances.filter(({ state }) => state === 'locked').length ?? 0;
  const { left, nextAt } = startsLeft;
  return (
    <DescriptionList
      items={[
        { term: 'User ID', description: <span className="wrap-anywhere">{user.userId}</span> },
        {
          term: 'Mail',
          description: <span className="wrap-anywhere">{user.mailAddresses.join(', ') || 'Not known'}</span>,
        },
        {
          term: 'Group',
          description: `${user.group?.name ?? 'None'}${isProtected ? ' (protected: changes take two)' : ''}`,
        },
        { term: 'Device limit', description: limitWords(devices) },
        { term: 'Locked devices', description: devices ? (locked === 0 ? 'None' : locked) : 'Not known' },
        {
          term: 'Activation',
          description: pending ? (
            <>
              {PENDING_WORDS[pending.state]}
              {pending.expiresAt && (
                <>
                  , until <Time at={pending.expiresAt} />
                </>
              )}
            </>
          ) : (
            'None under way'
          ),
        },
        {
          term: 'Starts left today',
          description: (
            <>
              {left}
              {nextAt && (
                <>
                  , the next from <Time at={nextAt.toISOString()} />
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** What the licence allows, as the gateway says. */
function limitWords(devices: HelpdeskUser['devices']): string {
  if (!devices) return 'Not known';
  const { limits } = devices;
  if (typeof limits === 'string') return `Not known, because ${OFF_WORDS[limits]}`;
  const { used, limit } = limits;
  return limit === 0
    ? `${used} used, any number allowed`
    : `${used} of ${limit} used, ${Math.max(0, limit - used)} left`;
}
