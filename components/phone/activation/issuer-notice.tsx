import type { Issuer, DoubtReason } from '@/lib/phone/site/judge-image';
import { RichText } from '@/components/language/rich-text';
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

/** Who made what the phone has read. */
export function IssuerNotice({ issuer }: { issuer: Issuer }) {
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
