import type { Metadata } from 'next';
import { OpenPointList } from '@/components/staff/helpdesk/status/open-point-list';
import { ForwardingSection } from '@/components/staff/helpdesk/status/forwarding-section';
import { LicenceSection } from '@/components/staff/helpdesk/status/licence-section';
import { PartTiles } from '@/components/staff/helpdesk/status/part-tiles';
import { SettingsTable } from '@/components/staff/helpdesk/status/settings-table';
import { MainContent } from '@/components/site/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { DEMO_USER_IDS, isDemoAccount } from '@/lib/accounts/users/add-demo-accounts';
import { openPoints, type OpenPoint } from '@/lib/helpdesk/administration/open-points';
import { services, type Services } from '@/lib/server/composition/compose';
import { SetupLine } from '@/components/staff/administration/setup/setup-line';
import { readSetup } from '@/lib/server/web/read-setup';
import { readHealth } from '@/lib/server/web/answers/read-health';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { operationNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';
import { daysOf, lastDays } from '@/lib/shared/time/period';
import { sendHistoryAction, testForwardingAction } from './actions';
import { readParts } from './read-parts';

export const generateMetadata = (): Metadata => ({ title: t(operationNames.status) });

export default async function StatusPage() {
  const { user } = await requirePagePermission('status:view', '/helpdesk/status');
  const app = await services();
  const { config } = app;
  const health = await readHealth();
  const parts = await readParts(app, health, user.domain);
  const isWell = parts.every(({ state }) => state === 'well');
  const points = health.parts.database === 'ok' ? await readOpenPoints(app, user.domain) : [];
  const all = config.inView.flatMap(({ settings }) => settings);
  const changed = all.filter(({ isDefault }) => !isDefault);
  return (
    <MainContent>
      <PageHeading lead={isWell ? t('Everything works.') : t('Something needs attention.')}>
        {t(operationNames.status)}
      </PageHeading>
      <div className="grid grid-cols-1 gap-12">
        <PartTiles parts={parts} />
        <SetupLine />
        {health.parts.database === 'ok' && (
          <OpenPointList points={points} address={config.publicUrl} hasAccounts={app.administration !== null} />
        )}
        {app.freeLicences && health.parts.database === 'ok' && (
          <LicenceSection counted={await app.freeLicences.latest()} lowMark={app.freeLicences.lowMark} />
        )}
        {app.auditForwarding && health.parts.database === 'ok' && (
          <ForwardingSection
            test={testForwardingAction}
            history={sendHistoryAction}
            today={daysOf(lastDays(1, app.accounts.clock.now())).to}
          />
        )}
        <section aria-labelledby="changed-settings" className="grid grid-cols-1 gap-facts">
          <h2 id="changed-settings" className="text-xl font-semibold">
            {t(operationNames.changedSettings)}
          </h2>
          {changed.length === 0 ? (
            <p>{t('None: all settings have their defaults.')}</p>
          ) : (
            <SettingsTable label={t(operationNames.changedSettings)} settings={changed} showsSource={false} />
          )}
        </section>
        <details className="grid grid-cols-1">
          <summary className="w-fit rounded-control text-xl font-semibold">{t(operationNames.allSettings)}</summary>
          <div className="mt-4 grid grid-cols-1 gap-8">
            <p className="max-w-prose text-ink-soft">
              {t('Environment variables of this process. Secrets are never shown, only whether they are set.')}
            </p>
            {config.inView.map(({ title, settings }) => (
              <div key={title}>
                <h3 lang="en" className="mb-3 text-lg font-semibold">
                  {title}
                </h3>
                <SettingsTable label={title} settings={settings} />
              </div>
            ))}
          </div>
        </details>
      </div>
    </MainContent>
  );
}

async function readOpenPoints(app: Services, domain: string): Promise<OpenPoint[]> {
  const { config } = app;
  const { database } = config;
  const { look, staff, hasSentMail } = await readSetup(domain);
  return openPoints({
    isLoopback: config.isLoopback,
    hasDemoAccounts: await hasDemoAccounts(app, domain),
    sendsMail: config.mail.server !== null,
    hasTriedMail: hasSentMail,
    hasContact: look.contact !== null,
    keepsWrites: database.kind === 'postgresql' || database.fsync,
    isBackedUp: database.kind === 'postgresql' || config.backups !== null,
    asksSecondFactors: config.enrolment !== 'open',
    staff,
  });
}

/** Whether somebody can sign in by an account that a first start has made for trying. */
async function hasDemoAccounts({ administration }: Services, domain: string): Promise<boolean> {
  if (!administration) return false;
  const { accounts } = administration;
  const found = await Promise.all(DEMO_USER_IDS.map((userId) => accounts.find({ userId, domain })));
  return found.some((account) => account && account.disabledAt === null && isDemoAccount(account.user));
}
