import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import type { Forgery } from '@/lib/shared/codes/forged-image-report';
import { Button } from '@/components/ui/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { PhoneScreen } from '../phone-screen';

type Report = Extract<ActivationFlow, { state: 'forged' }>['report'];

const REASONS: Record<Forgery, string> = {
  'wrong-signature': 'but its signature is not that website’s.',
  'unknown-key': 'but its signature is not that website’s.',
  'key-not-endorsed': 'but its signature is made with a new key that the ones this phone knows do not vouch for.',
};

const REPORTS: Record<Report, string> = {
  sending: 'Reporting it to the website…',
  heard: 'It has been reported to the website.',
  'not-heard': 'We couldn’t tell the website. Please tell the helpdesk.',
};

export function ForgedScreen({ forgery, report, onClose }: { forgery: Forgery; report: Report; onClose: () => void }) {
  return (
    <PhoneScreen
      title={phoneAppNames.forged}
      lead={`It claims to come from ${window.location.host}, ${REASONS[forgery]} Someone may be trying to trick you. Nothing was sent for this activation, and nothing was saved.`}
      back={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {phoneAppNames.close}
        </Button>
      }
    >
      <FailureMark />
      <p role="status">{REPORTS[report]}</p>
      <p className="text-ink-soft">
        Don’t enter a PIN or a password where you found it. To activate this phone, open the website yourself and get a
        new image. If this happens again there, call the helpdesk.
      </p>
    </PhoneScreen>
  );
}
