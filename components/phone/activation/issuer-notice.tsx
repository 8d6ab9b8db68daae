import type { Issuer, DoubtReason, ShownBy } from '@/lib/phone/site/judge-image';
import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { locale, t, type Message } from '@/lib/shared/language/t';
import type { ShowingPage } from '@/lib/shared/codes/opened-link';

const DOUBTS = {
  'no-signature': 'This phone couldn’t read a signature: the image is black and white, or the light is bad.',
  typed: 'Typed values carry no signature.',
  link: 'This site shows no page with this image right now, or another website led here.',
  'used-link': 'This link was copied, used before, or opened in another browser.',
  'no-keys': 'The website’s signing keys can’t be checked right now.',
  'other-name': 'The website signs its images under another name.',
  'old-key': 'This was signed with a key that the website no longer uses. It may be old.',
  'not-supported': 'This browser can’t check signatures.',
} as const satisfies Record<DoubtReason, Message>;

/** Who made what the phone has read. */
export function IssuerNotice({ issuer }: { issuer: Issuer | ShownBy }) {
  if (issuer.kind === 'verified') {
    return (
      <Notice tone="success" title={t(phoneAppNames.issuedBy, { origin: issuer.origin })}>
        <p>{t('This website’s signature is valid.')}</p>
      </Notice>
    );
  }
  if (issuer.kind === 'shown') return <ShownNotice page={issuer.page} />;
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

/**
 * Which page shows the image at this moment, to be compared with the one in sight: somebody else's page is true as well. It
 * counts as good only where page and phone have one network address, which somebody far away has not.
 */
function ShownNotice({ page: { organisation, browser, secondsAgo, isNear } }: { page: ShowingPage }) {
  const ago = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  const [count, unit] =
    secondsAgo < 60 ? ([secondsAgo, 'second'] as const) : ([Math.floor(secondsAgo / 60), 'minute'] as const);
  const values = { organisation, ago: ago.format(-count, unit), browser: browserInWords(browser) };
  return (
    <Notice tone={isNear ? 'success' : 'info'} title={t('From {organisation}, shown {ago} in {browser}', values)}>
      <p>
        {isNear && `${t('On the network that this phone uses.')} `}
        {t('Is that the page in front of you? If not, cancel.')}
      </p>
    </Notice>
  );
}
