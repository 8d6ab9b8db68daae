import type { Metadata, Route } from 'next';
import type { ReactNode } from 'react';
import { AccountsElsewhere } from '@/components/staff/administration/accounts-elsewhere';
import { PEOPLE_PATH } from '@/components/staff/helpdesk/people/user-path';
import { guidePath } from '@/components/staff/administration/setup/guide-path';
import { GatewayStep } from '@/components/staff/administration/setup/gateway-step';
import { HelpdeskStep } from '@/components/staff/administration/setup/helpdesk-step';
import { LookStep } from '@/components/staff/administration/setup/look-step';
import { MailStep } from '@/components/staff/administration/setup/mail-step';
import { NameStep } from '@/components/staff/administration/setup/name-step';
import { STEP_LEADS } from '@/components/staff/administration/setup/setup-steps';
import { MainContent } from '@/components/site/layout/main-content';
import { Link } from '@/components/ui/buttons/link';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { services, type Services } from '@/lib/server/composition/compose';
import { currentLanguage } from '@/lib/shared/language/messages';
import { isSetupStep, SETUP_STEPS, stepAfter, type SetupStep } from '@/lib/messaging/organisation/setup';
import { setupNames } from '@/lib/shared/names/setup-names';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import {
  checkGatewayAction,
  saveColoursAction,
  saveHelpdeskAction,
  saveLogoAction,
  saveNameAction,
  sendTestMailAction,
} from './actions';
import { t } from '@/lib/shared/language/t';

type Params = { params: Promise<{ step: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { step } = await params;
  return { title: t(isSetupStep(step) ? setupNames[step] : setupNames.title) };
}

export default async function SetupStepPage({ params }: Params) {
  const { step } = await params;
  const signedIn = await requirePagePermission('organisation:change', `/administration/setup/${step}`);
  if (!isSetupStep(step)) refuseAsNotFound();
  const next = stepAfter(step);
  return (
    <MainContent>
      <p className="mb-2 text-ink-soft">
        <Link href="/administration/setup" className="text-accent underline underline-offset-4">
          {t(setupNames.title)}
        </Link>
        {' · '}
        {t('Step {number} of {count}', { number: SETUP_STEPS.indexOf(step) + 1, count: SETUP_STEPS.length })}
      </p>
      <PageHeading lead={t(STEP_LEADS[step])}>{t(setupNames[step])}</PageHeading>
      {await contentOf(step, signedIn, await services())}
      <p className="mt-groups">
        <Link
          href={next === null ? guidePath(currentLanguage()) : (`/administration/setup/${next}` as Route)}
          className="font-semibold text-accent underline underline-offset-4"
        >
          {t(setupNames.next)}: {t(next === null ? setupNames.guide : setupNames[next])}
        </Link>
      </p>
    </MainContent>
  );
}

async function contentOf(step: SetupStep, signedIn: SignedIn, app: Services): Promise<ReactNode> {
  const { organisation, config } = app;
  // Another process may have saved a moment ago, and a form carries the version that it shows.
  await organisation.live.refresh();
  const { version, logo } = organisation.live.current();
  const look = organisation.live.look();
  const { operator } = organisation;
  switch (step) {
    case 'name':
      return (
        <NameStep action={saveNameAction} version={version} look={look} isSetByOperator={operator.name !== null} />
      );
    case 'look':
      return (
        <LookStep
          actions={{ logo: saveLogoAction, colours: saveColoursAction }}
          version={version}
          look={look}
          hasLogo={logo !== null}
        />
      );
    case 'helpdesk':
      return (
        <HelpdeskStep
          action={saveHelpdeskAction}
          version={version}
          look={look}
          isSetByOperator={operator.contact !== null}
        />
      );
    case 'mail':
      return (
        <MailStep
          action={sendTestMailAction}
          address={signedIn.user.mailAddresses[0] ?? null}
          folder={config.mail.server ? null : config.mail.folder}
        />
      );
    case 'gateway':
      return <GatewayStep action={checkGatewayAction} />;
    case 'administrator':
      return (
        <PersonStep hasAccounts={app.administration !== null}>
          {t(
            'Create an account for a colleague, and request the role “Administrator” for it. An approver or another administrator has to agree; where there is none yet, whoever runs the site gives the role with “npm run user”.',
          )}
        </PersonStep>
      );
    case 'agent':
      return (
        <PersonStep hasAccounts={app.administration !== null}>
          {t(
            'Create an account, and request the role “Helpdesk agent” for it. An approver or another administrator has to agree, so do the step before this one first.',
          )}
        </PersonStep>
      );
    case 'activation':
      return <ActivationStep mayActivate={may(signedIn, 'activation:start')} />;
  }
}

function PersonStep({ hasAccounts, children }: { hasAccounts: boolean; children: string }) {
  if (!hasAccounts) return <AccountsElsewhere />;
  return (
    <div className="grid max-w-prose justify-items-start gap-facts">
      <p>{children}</p>
      <LinkButton href={PEOPLE_PATH}>{t('Open accounts')}</LinkButton>
    </div>
  );
}

function ActivationStep({ mayActivate }: { mayActivate: boolean }) {
  return (
    <div className="grid max-w-prose justify-items-start gap-facts">
      <p>
        {mayActivate
          ? t('Activate your own phone: it takes two minutes, and you sign in with it afterwards.')
          : t(
              'Your account is for administration alone. Sign in with an account of a person, and activate a phone there.',
            )}
      </p>
      {mayActivate && <LinkButton href="/activations/new">{t('Activate a device')}</LinkButton>}
    </div>
  );
}
