import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { HelpdeskUser } from '@/lib/helpdesk/read-user';
import { limitWords } from '../reissue/reissue-words';
import type { ActivationState } from '@/lib/activation/activation';

/** Progress of a pending activation. */
const PENDING_WORDS: Partial<Record<ActivationState, string>> = {
  requested: 'Waiting for the activation service',
  issued: 'Waiting for the phone to scan the image',
  scanned: 'Image scanned',
  verified: 'Phone verified',
  linked: 'Phone linked. The user chooses a PIN.',
};

/** Account and device facts of a user. Nothing in them could activate a device. */
export function UserFacts({ user, isProtected, devices, pending, startsLeft, openSessions }: HelpdeskUser) {
  const locked = devices?.instances.filter(({ state }) => state === 'locked').length ?? 0;
  const { left, nextAt } = startsLeft;
  return (
    <DescriptionList
      items={[
        { term: 'User ID', description: <span className="wrap-anywhere">{user.userId}</span> },
        {
          term: 'Email',
          description: <span className="wrap-anywhere">{user.mailAddresses.join(', ') || 'Unknown'}</span>,
        },
        {
          term: 'Group',
          description: `${user.group?.name ?? 'None'}${isProtected ? '. Protected: changes need a second approver.' : ''}`,
        },
        { term: 'Device limit', description: devices ? limitWords(devices.limits) : 'Unknown' },
        { term: 'Locked devices', description: devices ? (locked === 0 ? 'None' : locked) : 'Unknown' },
        {
          term: 'Signed in',
          description:
            openSessions === 0 ? 'Nowhere' : `${openSessions} ${openSessions === 1 ? 'session' : 'sessions'}`,
        },
        {
          term: 'Activation',
          description: pending ? (
            <>
              {PENDING_WORDS[pending.state]}
              {pending.expiresAt && (
                <>
                  , until <Time at={pending.expiresAt} form="clock" />
                </>
              )}
            </>
          ) : (
            'None in progress'
          ),
        },
        {
          term: 'Activations left today',
          description: (
            <>
              {left}
              {nextAt && (
                <>
                  , the next one from <Time at={nextAt.toISOString()} form="clock" />
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
