import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services, type Services } from '@/lib/server/composition/compose';
import { registerNames } from '@/lib/shared/names/sign-in-names';
import { sendOn } from '../send-on';
import { RegisterForm } from './register-form';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(registerNames.heading) });

export default async function RegisterPage() {
  await sendOn('/activations/new');
  const { config, selfRegistration } = await services();
  const isOffered = selfRegistration.selfRegistration !== null;
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading
          lead={
            isOffered &&
            t('Use your organisation’s user ID and password. We’ll email you a code to show that it’s you.')
          }
        >
          {t(registerNames.heading)}
        </PageHeading>
        {isOffered ? <RegisterForm /> : <p>{whyNot(config)}</p>}
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

function whyNot({ gateway }: Services['config']): string {
  if (gateway.kind === 'onespan-server' && gateway.selfRegistration === 'needs-approval')
    return t(
      'In your organisation a second person approves who gets an authenticator, so you can’t register here yourself. Ask your helpdesk.',
    );
  return t('Your organisation makes the accounts. If you have none, ask your helpdesk.');
}
