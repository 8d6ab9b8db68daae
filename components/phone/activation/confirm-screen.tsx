import type { Issuer } from '@/lib/phone/site/judge-image';
import type { ActivationPayload } from '@/lib/shared/codes/activation-payload';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { IssuerNotice } from './issuer-notice';
import { PhoneScreen } from '../phone-screen';

/** Shows who the activation is for, before anything is sent. */
export function ConfirmScreen({
  owner,
  serialNumber,
  issuer,
  onConfirm,
  onCancel,
}: {
  owner: Pick<ActivationPayload, 'userId' | 'domain'>;
  /** Where the image says it. */
  serialNumber?: string;
  issuer: Issuer;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  return (
    <PhoneScreen
      title="Is this you?"
      lead="This phone will be activated for this account. Nothing has been sent yet."
      leave={{ name: 'Cancel', onPress: onCancel }}
      actions={
        <Button variant="primary" onClick={onConfirm}>
          Activate this phone
        </Button>
      }
    >
      <Card>
        <DescriptionList
          items={[
            { term: 'User', description: <strong>{owner.userId}</strong> },
            ...(owner.domain ? [{ term: 'Domain', description: owner.domain }] : []),
            ...(serialNumber === undefined ? [] : [{ term: 'Serial number', description: serialNumber }]),
          ]}
        />
      </Card>
      <IssuerNotice issuer={issuer} />
      <p className="text-ink-soft">Not your account, or did somebody send you this code? Then cancel.</p>
    </PhoneScreen>
  );
}
