import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { OpenInvitationState, Situation, Step } from '@/lib/helpdesk/desk/situation/situation';
import { t, type Message } from '@/lib/shared/language/t';

const INVITATION_WORDS = {
  'awaiting-approval': 'A new activation waits for a second person.',
  live: 'A new activation was sent, and is not opened yet.',
  opened: 'A new activation was opened, and no phone is activated yet.',
} as const satisfies Record<OpenInvitationState, Message>;

/** What is wrong, in one sentence. */
export function SituationWords({ situation }: { situation: Situation }): ReactNode {
  switch (situation.code) {
    case 'lost-phone':
      return (
        <RichText
          message="They reported a lost phone {time}, reference {reference}."
          values={{ time: <Time at={situation.openedAt} form="relative" />, reference: situation.reference }}
        />
      );
    case 'frozen':
      return t('The account is frozen: nobody can sign in.');
    case 'disabled':
      return t('The account is disabled: nobody can sign in.');
    case 'devices-unknown':
      return t('Devices can’t be shown right now.');
    case 'invitation':
      return t(INVITATION_WORDS[situation.state]);
    case 'reported':
      return t('{device} was reported as not theirs, and is locked.', { device: situation.device });
    case 'activating':
      return t('They are activating a phone right now.');
    case 'no-device':
      return situation.hasFailed
        ? t('No device. An activation failed or ran out today.')
        : t('No device is activated yet.');
    case 'all-locked':
      return t('{count, plural, one {Their only device is locked} other {All # devices are locked}}: locked out.', {
        count: situation.count,
      });
    case 'wrong-codes':
      return (
        <Activated situation={situation}>
          {t('{count} wrong codes in the last 24 hours.', { count: situation.count })}
        </Activated>
      );
    case 'wrong-passwords':
      return t('{count} wrong passwords in the last 24 hours. Their devices work.', { count: situation.count });
    case 'some-locked':
      return t('{device} is locked. Another device works.', { device: situation.device });
    case 'never-used':
      return <Activated situation={situation}>{t('Never used since.')}</Activated>;
    case 'long-unused':
      return t('{device} is their only device, and was not used for two months.', { device: situation.device });
    case 'fine':
      return t('{count, plural, one {Their device works} other {All # devices work}}: nothing has gone wrong today.', {
        count: situation.count,
      });
  }
}

function Activated({
  situation: { device, activatedAt },
  children,
}: {
  situation: { device: string; activatedAt: string | null };
  children: ReactNode;
}) {
  return (
    <>
      {activatedAt === null ? (
        t('{device}.', { device })
      ) : (
        <RichText
          message="{device}, activated {time}."
          values={{ device, time: <Time at={activatedAt} form="relative" /> }}
        />
      )}{' '}
      {children}
    </>
  );
}

/** What to do first, and what comes of it. */
export function stepWords(step: Step): string {
  switch (step.code) {
    case 'unfreeze':
      return t('Ask a second person to unfreeze it, once you know who is calling.');
    case 'follow-invitation':
      return t('Follow the open one. A new one would end it.');
    case 'wait':
      return t('Nothing to send now.');
    case 'check-phone':
      return t('Send a check to {device}. Its answer is enough for a new activation in most cases.', {
        device: step.device,
      });
    case 'send-activation':
      return t('Check who is calling, then send a new activation. Their old device stays as it is until you say so.');
  }
}
