import type { Issuer, DoubtReason } from '@/lib/phone/site/judge-image';
import type { ActivationPayload } from '@/lib/shared/codes/activation-payload';
import { RichText } from '@/components/language/rich-text';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { InstallHelp } from '../install-help';
import { PhoneScreen } from '../phone-screen';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { t, type Message } from '@/lib/language/t';

const DOUBTS = {
  'no-signature': 'This phone couldn’t read a signature: the image is black and white, or the light is bad.',
  typed: 'Typed values carry no signature.',
  link: 'A link doesn’t show who made it.',
  'used-link': 'This link was copied, used before, or opened in another browser.',
  'no-keys': 'The website’s signing keys can’t be checked right now.',
  'other-name': 'The website signs its images under another name.',
  'old-key': 'This was signed with a key that the website no longer uses. It may be old.',
  'not-supported': 'This browser can’t check signatures.',
} as const satisfies Record<DoubtReason, Message>;

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
  issuer: Issuer;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  return (
    <PhoneScreen
      title={t(phoneAppNames.isThisYou)}
      lead={t('This phone will be activated for this account. Nothing has been sent yet.')}
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
      {/* What a camera or the website opens is in the browser, not in the app on the Home Screen. */}
      <InstallHelp onlyApple />
    </PhoneScreen>
  );
}

function IssuerNotice({ issuer }: { issuer: Issuer }) {
  if (issuer.kind === 'verified') {
    return (
      <Notice tone="success" title={t(phoneAppNames.issuedBy, { origin: issuer.origin })}>
        <p>{t('This website’s signature is valid.')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={t(phoneAppNames.notVerifiable)}>
      <p>
        {t(DOUBTS[issuer.reason])}{' '}
        <RichText
          message="Continue only if you got it on {origin}, on a page that you opened yourself."
          values={{ origin: <strong>{issuer.origin}</strong> }}
        />
      </p>
    </Notice>
  );
}
