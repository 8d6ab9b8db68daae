import type { DoubtReason, Issuer } from '@/lib/phone/site/judge-image';
import { Notice } from '@/components/ui/notice';

const DOUBTS: Record<DoubtReason, string> = {
  'no-seal': 'This image has no colours that this phone could read: it is black and white, or the light is bad.',
  typed: 'What is typed carries no signature.',
  link: 'A link carries no signature.',
  'no-keys': 'The website does not say what its images are signed with, or cannot be asked now.',
  'other-name': 'The website signs its images under another name.',
  'old-key': 'This image is signed with a key that the website no longer uses. It may be old.',
  'not-supported': 'This browser cannot check signatures of images.',
};

/** Says who has issued an activation, as far as the phone can tell. */
export function IssuerNotice({ issuer }: { issuer: Issuer }) {
  if (issuer.kind === 'verified') {
    return (
      <Notice tone="success" title={`Issued by ${issuer.origin}`}>
        <p>The image’s signature is this website’s.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="Not verifiable">
      <p>
        {DOUBTS[issuer.reason]} Go on only if you got it on <strong>{issuer.origin}</strong>, on a page that you opened
        yourself.
      </p>
    </Notice>
  );
}
