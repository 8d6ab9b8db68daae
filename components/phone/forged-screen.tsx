import type { ActivationFlow } from '@/lib/authenticator-app/activation-flow';
import { Button } from '@/components/ui/button';
import { FailureMark } from './failure-mark';
import { PhoneScreen } from './phone-screen';

type Report = Extract<ActivationFlow, { state: 'forged' }>['report'];

const WORDS: Record<Report, string> = {
  sending: 'Reporting it to the website…',
  heard: 'It has been reported to the website.',
  'not-heard': 'The website could not be told. Please tell your helpdesk.',
};

export function ForgedScreen({ report, onClose }: { report: Report; onClose: () => void }) {
  return (
    <PhoneScreen
      key="forged"
      title="This image is forged"
      lead={`It claims to come from ${window.location.host}, but its signature is not that website’s. Somebody may be trying to trick you. Nothing was sent for this activation, and nothing was kept.`}
      actions={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <FailureMark />
      <p role="status">{WORDS[report]}</p>
      <p className="text-ink-soft">
        Do not enter a PIN or a password where you found it. To activate this phone, open the website yourself and ask
        for a new image.
      </p>
    </PhoneScreen>
  );
}
