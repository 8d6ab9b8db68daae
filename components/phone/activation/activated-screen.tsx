import type { UsableAccount } from '@/lib/phone/accounts/account';
import { SuccessMark } from '@/components/activation/success-mark';
import { Button, buttonClasses } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { ProbationLine } from '../accounts/probation-line';
import { ownerWords } from '../owner-words';
import { PhoneScreen } from '../phone-screen';

export function ActivatedScreen({
  account,
  websitePath,
  onDone,
}: {
  account: UsableAccount;
  /** Where the activation began on this device; null when it was scanned from another one. */
  websitePath: string | null;
  onDone: () => void;
}) {
  const { details } = account;
  return (
    <PhoneScreen
      title="This phone is activated"
      lead="You can use it now: it shows a new one-time password every 30 seconds."
      back={onDone}
      actions={
        <>
          <Button variant="primary" onClick={onDone}>
            {phoneAppNames.showOneTimePassword}
          </Button>
          {websitePath !== null && (
            <a href={websitePath} className={buttonClasses('secondary')}>
              Back to the website
            </a>
          )}
        </>
      }
    >
      <SuccessMark />
      <ProbationLine details={details} />
      <Card>
        <DescriptionList
          items={[
            ...(details?.organisation
              ? [{ term: 'Organisation', description: <strong>{details.organisation}</strong> }]
              : []),
            {
              term: 'User',
              description: (
                <>
                  {details?.person && <strong className="block">{details.person}</strong>}
                  {ownerWords(account)}
                </>
              ),
            },
            ...(details?.device ? [{ term: 'Device', description: details.device }] : []),
            { term: 'Serial number', description: account.instanceId },
            { term: 'Opens with', description: account.biometrics ? 'PIN, fingerprint or face' : 'PIN' },
            ...(account.notifications === 'not-offered'
              ? []
              : [{ term: 'Notifications', description: account.notifications === 'on' ? phoneAppNames.on : 'Off' }]),
          ]}
        />
      </Card>
    </PhoneScreen>
  );
}
