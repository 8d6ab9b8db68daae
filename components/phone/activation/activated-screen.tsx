import type { UsableAccount } from '@/lib/phone/accounts/account';
import { SuccessMark } from '@/components/site/activation/ended/success-mark';
import { Mosaic } from '@/components/ui/mosaic';
import { MOSAIC_TILES, type Mosaic as MosaicBits } from '@/lib/shared/codes/mosaic';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { ProbationLine } from '../accounts/probation-line';
import { ownerWords } from '../owner-words';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';

export function ActivatedScreen({
  account,
  mosaic,
  websitePath,
  onDone,
}: {
  account: UsableAccount;
  mosaic: MosaicBits | null;
  /** Where the activation began on this device; null when it was scanned from another one. */
  websitePath: string | null;
  onDone: () => void;
}) {
  const { details } = account;
  return (
    <PhoneScreen
      title={t('This phone is activated')}
      lead={t('You can use it now: it shows a new one-time password every 30 seconds.')}
      back={onDone}
      actions={
        <>
          <Button variant="primary" onClick={onDone}>
            {t(phoneAppNames.showOneTimePassword)}
          </Button>
          {websitePath !== null && (
            <a href={websitePath} className={buttonClasses('secondary')}>
              {t('Back to the website')}
            </a>
          )}
        </>
      }
    >
      {mosaic === null ? <SuccessMark /> : <Mosaic bits={mosaic} placed={MOSAIC_TILES} className="mx-auto size-60" />}
      <ProbationLine details={details} />
      <Card>
        <DescriptionList
          items={[
            ...(details?.organisation
              ? [{ term: t('Organisation'), description: <strong>{details.organisation}</strong> }]
              : []),
            {
              term: t('User'),
              description: (
                <>
                  {details?.person && <strong className="block">{details.person}</strong>}
                  {ownerWords(account)}
                </>
              ),
            },
            ...(details?.device ? [{ term: t('Device'), description: details.device }] : []),
            { term: t('Opens with'), description: account.biometrics ? t('PIN, fingerprint or face') : t('PIN') },
          ]}
        />
      </Card>
    </PhoneScreen>
  );
}
