import { RichText } from '@/components/site/language/rich-text';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { HelpdeskUser } from '@/lib/helpdesk/desk/read-user';
import { t, type Message } from '@/lib/shared/language/t';
import { limitWords } from '../reissue/reissue-words';
import type { ActivationState } from '@/lib/activation/activation';

/** Progress of a pending activation. */
const PENDING_WORDS = {
  requested: 'Waiting for the activation service',
  issued: 'Waiting for the phone to scan the image',
  scanned: 'Image scanned',
  verified: 'Phone verified',
  linked: 'Phone linked. The user chooses a PIN.',
} as const satisfies Partial<Record<ActivationState, Message>>;

/** Account and device facts of a user. Nothing in them could activate a device. */
export function UserFacts({ user, isProtected, devices, pending, startsLeft, openSessions }: HelpdeskUser) {
  const locked = devices?.instances.filter(({ state }) => state === 'locked').length ?? 0;
  const { left, nextAt } = startsLeft;
  return (
    <DescriptionList
      items={[
        { term: t('User ID'), description: <span className="wrap-anywhere">{user.userId}</span> },
        {
          term: t('Email'),
          description: <span className="wrap-anywhere">{user.mailAddresses.join(', ') || t('Unknown')}</span>,
        },
        { term: t('Group'), description: groupWords(user.group?.name ?? t('None'), isProtected) },
        { term: t('Device limit'), description: devices ? limitWords(devices.limits) : t('Unknown') },
        { term: t('Locked devices'), description: devices ? (locked === 0 ? t('None') : locked) : t('Unknown') },
        {
          term: t('Signed in'),
          description:
            openSessions === 0
              ? t('Nowhere')
              : t('{count, plural, one {# session} other {# sessions}}', { count: openSessions }),
        },
        { term: t('Activation'), description: pending ? <Pending {...pending} /> : t('None in progress') },
        {
          term: t('Activations left today'),
          description: nextAt ? (
            <RichText
              message="{count}, the next one from {time}"
              values={{ count: left, time: <Time at={nextAt.toISOString()} form="clock" /> }}
            />
          ) : (
            left
          ),
        },
      ]}
    />
  );
}

function isPending(state: ActivationState): state is keyof typeof PENDING_WORDS {
  return Object.hasOwn(PENDING_WORDS, state);
}

function groupWords(group: string, isProtected: boolean): string {
  return isProtected ? t('{group}. Protected: changes need a second approver.', { group }) : group;
}

function Pending({ state, expiresAt }: NonNullable<HelpdeskUser['pending']>) {
  const words = isPending(state) ? t(PENDING_WORDS[state]) : '';
  if (!expiresAt) return words;
  return (
    <RichText message="{state}, until {time}" values={{ state: words, time: <Time at={expiresAt} form="clock" /> }} />
  );
}
