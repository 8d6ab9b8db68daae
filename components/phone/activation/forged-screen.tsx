import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import type { Forgery } from '@/lib/shared/codes/forged-image-report';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';

type Forged = Extract<ActivationFlow, { state: 'forged' }>;

const REASONS = {
  'wrong-signature': 'It claims to come from {site}, but its signature is not that website’s.',
  'unknown-key': 'It claims to come from {site}, but its signature is not that website’s.',
  'key-not-endorsed':
    'It claims to come from {site}, but its signature is made with a new key that the ones this phone knows do not vouch for.',
} as const satisfies Record<Forgery, Message>;

const REPORTS = {
  sending: 'Reporting it to the website…',
  heard: 'It has been reported to the website.',
  'not-heard': 'We couldn’t tell the website. Please tell the helpdesk.',
} as const satisfies Record<Forged['report'], Message>;

const SUBJECTS = {
  activation: {
    sent: 'Someone may be trying to trick you. Nothing was sent for this activation, and nothing was saved.',
    instead:
      'Don’t enter a PIN or a password where you found it. To activate this phone, open the website yourself and get a new image. If this happens again there, call the helpdesk.',
  },
  'sign-in': {
    sent: 'Someone may be trying to trick you. Nothing was sent, and nobody was signed in.',
    instead:
      'Don’t enter a number or a password where you found it. To sign in, open the website yourself. If this happens again there, call the helpdesk.',
  },
} as const satisfies Record<Forged['subject'], Record<'sent' | 'instead', Message>>;

export function ForgedScreen({
  forgery,
  report,
  subject,
  onClose,
}: Pick<Forged, 'forgery' | 'report' | 'subject'> & { onClose: () => void }) {
  const { sent, instead } = SUBJECTS[subject];
  return (
    <PhoneScreen
      title={t(phoneAppNames.forged)}
      lead={`${t(REASONS[forgery], { site: window.location.host })} ${t(sent)}`}
      back={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t(phoneAppNames.close)}
        </Button>
      }
    >
      <FailureMark />
      <p role="status">{t(REPORTS[report])}</p>
      <p className="text-ink-soft">{t(instead)}</p>
    </PhoneScreen>
  );
}
