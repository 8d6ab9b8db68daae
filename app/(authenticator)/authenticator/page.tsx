import { AuthenticatorApp } from '@/components/phone/authenticator-app';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';

/** The phone app. It is a single page because what it shows depends on data that only the phone has. */
export default async function AuthenticatorPage() {
  if (!(await services()).embeddedGateway) return <OtherApp />;
  return (
    <>
      <AuthenticatorApp />
      <noscript>
        <p className="px-5 py-4 sm:px-6">
          {t('The authenticator keeps its keys on this phone, which needs JavaScript.')}
        </p>
      </noscript>
    </>
  );
}

/** Shown where no embedded gateway runs: the site's own app works with that one only. */
function OtherApp() {
  return (
    <MainContent width="form">
      <PageHeading
        lead={t(
          'This site activates the authenticator app that your organisation has chosen: OneSpan Mobile Authenticator, or one of its own. Install that app, then scan the image on the activation page with it.',
        )}
      >
        {t('Use another app')}
      </PageHeading>
      <LinkButton href="/activations/new">{t('Activate a device')}</LinkButton>
    </MainContent>
  );
}
