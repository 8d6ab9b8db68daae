import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import type { Delivery, VirtualLimits } from '@/lib/accounts/sign-in/virtual-authenticator';
import { services } from '@/lib/server/composition/compose';
import { signInNames } from '@/lib/shared/names/sign-in-names';
import { localPath } from '@/lib/server/web/local-path';
import { sendOn } from '../send-on';
import { SendForm } from './send-form';
import { t, type Message } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(signInNames.sendOneTimePassword) });

const DELIVERY_WORDS = {
  sms: 'We’ll have a text message sent to the number that your organisation has for you.',
  mail: 'We’ll have an email sent to the address that your organisation has for you.',
  voice: 'We’ll have you called at the number that your organisation has for you.',
} as const satisfies Record<Delivery, Message>;

export default async function OneTimePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = localPath((await searchParams).next);
  await sendOn(next);
  const { virtualAuthenticator } = (await services()).accounts;
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={virtualAuthenticator && t(DELIVERY_WORDS[virtualAuthenticator.delivery])}>
          {t(signInNames.sendOneTimePassword)}
        </PageHeading>
        {virtualAuthenticator ? (
          <>
            <SendForm next={next} />
            <p className="mt-6 text-ink-soft">{limitWords(virtualAuthenticator.limits)}</p>
          </>
        ) : (
          <p>
            {t('Your organisation doesn’t have one-time passwords sent. Sign in another way, or ask your helpdesk.')}
          </p>
        )}
        <div className="mt-6 -ml-3">
          <LinkButton href="/sign-in" variant="quiet">
            {t('Back to sign-in')}
          </LinkButton>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}

/** As the settings say: the server tells nobody how many are left. */
function limitWords({ uses, days }: VirtualLimits): string {
  if (uses !== null && days !== null)
    return t(
      'It is meant for the time without your device: {uses, plural, one {once} other {# times}} at most, within {days, plural, one {a day} other {# days}}. After that, your helpdesk helps.',
      { uses, days },
    );
  if (uses !== null)
    return t(
      'It is meant for the time without your device: {uses, plural, one {once} other {# times}} at most. After that, your helpdesk helps.',
      { uses },
    );
  if (days !== null)
    return t(
      'It is meant for the time without your device: {days, plural, one {a day} other {# days}} from the first time. After that, your helpdesk helps.',
      { days },
    );
  return t('At most five are sent in an hour.');
}
