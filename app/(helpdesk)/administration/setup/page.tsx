import type { Metadata, Route } from 'next';
import { guidePath } from '@/components/staff/administration/setup/guide-path';
import { SetupSteps } from '@/components/staff/administration/setup/setup-steps';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { currentLanguage } from '@/lib/shared/language/messages';
import { isStepDone, SETUP_STEPS } from '@/lib/messaging/organisation/setup';
import { setupNames } from '@/lib/shared/names/setup-names';
import { readSetup } from '@/lib/server/web/read-setup';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(setupNames.title) });

export default async function SetupPage() {
  const { user } = await requirePagePermission('organisation:change', '/administration/setup');
  const facts = await readSetup(user.domain);
  const steps = SETUP_STEPS.map((step) => ({ step, isDone: isStepDone(step, facts) }));
  const open = steps.find(({ isDone }) => !isDone);
  return (
    <MainContent width="prose">
      <PageHeading
        lead={
          facts.isDemo
            ? t(
                'This is a demo with sample people, so every step is shown as done. Look around: everything can be tried.',
              )
            : open
              ? t('About ten minutes. Leave whenever you like: what is done stays done.')
              : t('Everything is done. Print the guide, and tell your people the address.')
        }
        action={
          open ? (
            <LinkButton href={`/administration/setup/${open.step}` as Route}>{t(setupNames.next)}</LinkButton>
          ) : (
            <LinkButton href={guidePath(currentLanguage())}>{t(setupNames.guide)}</LinkButton>
          )
        }
      >
        {t(setupNames.title)}
      </PageHeading>
      <SetupSteps steps={steps} current={open?.step ?? null} />
    </MainContent>
  );
}
