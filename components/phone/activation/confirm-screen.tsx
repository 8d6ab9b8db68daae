import type { Issuer, ShownBy } from '@/lib/phone/site/judge-image';
import type { ActivationPayload } from '@/lib/shared/codes/activation-payload';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { PhoneScreen } from '../phone-screen';
import { IssuerNotice } from './issuer-notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';

/** Shows whose activation it is, before anything is sent. */
export function ConfirmScreen({
  owner,
  serialNumber,
  issuer,
  onConfirm,
  onCancel,
}: {
  owner: Pick<ActivationPayload, 'userId' | 'domain'>;
  /** Only an offline image has it. */
  serialNumber?: string;
  issuer: Issuer | ShownBy;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  return (
    <PhoneScreen
      title={t(phoneAppNames.isThisYou)}
      lead={t('This phone will be activated for this account. Nothing happens before you agree.')}
      leave={{ name: 'cancel', onPress: onCancel }}
      actions={
        <Button variant="primary" onClick={onConfirm}>
          {t(phoneAppNames.activateThisPhone)}
        </Button>
      }
    >
      <Card>
        <DescriptionList
          items={[
            { term: t('User'), description: <strong>{owner.userId}</strong> },
            ...(owner.domain ? [{ term: t('Domain'), description: owner.domain }] : []),
            ...(serialNumber === undefined ? [] : [{ term: t('Serial number'), description: serialNumber }]),
          ]}
        />
      </Card>
      <IssuerNotice issuer={issuer} />
      <p className="text-ink-soft">{t('If this isn’t your account, or someone sent you this code, cancel.')}</p>
    </PhoneScreen>
  );
}
