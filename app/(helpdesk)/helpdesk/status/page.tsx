import { readFile } from 'node:fs/promises';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/buttons/link';
import { RichText } from '@/components/language/rich-text';
import { PartsTable, type SitePart } from '@/components/helpdesk/status/parts-table';
import { SettingsTable } from '@/components/helpdesk/status/settings-table';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { PageHeading } from '@/components/ui/page-heading';
import { services, type Services } from '@/lib/composition/compose';
import type { ChannelState } from '@/lib/messaging/outbox';
import { readHealth, type Health } from '@/lib/web/answers/read-health';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { VERSION } from '@/lib/shared/version';
import { operationNames } from '@/lib/names/staff-names';
import { formatCount, t, type Message } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t(operationNames.status) });

type Config = Services['config'];

const GATEWAYS = {
  embedded: 'Embedded in this site',
  'onespan-server': 'OneSpan Authentication Server',
  'onespan-cloud': 'OneSpan Cloud Authentication',
} as const satisfies Record<Config['gateway']['kind'], Message>;

const DATABASES = {
  embedded: 'Embedded (PGlite)',
  postgresql: 'PostgreSQL',
} as const satisfies Record<Config['database']['kind'], Message>;

export default async function StatusPage() {
  await requirePagePermission('status:view', '/helpdesk/status');
  const app = await services();
  const { config } = app;
  const health = await readHealth();
  const parts = await partsOf(app, health);
  const isWell = parts.every((part) => part.isWell);
  return (
    <MainContent>
      <PageHeading lead={isWell ? t('Everything works.') : t('Something needs attention.')}>
        {t(operationNames.status)}
      </PageHeading>
      <div className="grid grid-cols-1 gap-12">
        <PartsTable parts={parts} />
        <Card>
          <h2 className="mb-4 text-xl font-semibold">{t('This site')}</h2>
          <DescriptionList
            items={[
              { term: t('Address'), description: config.publicUrl },
              { term: t('Version'), description: VERSION },
              { term: t('Build'), description: <span className="font-mono">{await buildId()}</span> },
              { term: 'Node.js', description: process.version },
              { term: t('Data keys'), description: keyWords(app.dataKeyIds) },
            ]}
          />
        </Card>
        <section aria-labelledby="settings" className="grid grid-cols-1 gap-8">
          <div>
            <h2 id="settings" className="text-xl font-semibold">
              {t('Settings')}
            </h2>
            <p className="mt-1 max-w-prose text-ink-soft">
              {t('Environment variables of this process. Secrets are never shown, only whether they are set.')}
            </p>
          </div>
          {config.inView.map(({ title, settings }) => (
            <div key={title}>
              <h3 lang="en" className="mb-3 text-lg font-semibold">
                {title}
              </h3>
              <SettingsTable label={title} settings={settings} />
            </div>
          ))}
        </section>
      </div>
    </MainContent>
  );
}

async function partsOf({ config, messaging, webhooks }: Services, { parts, delivery }: Health): Promise<SitePart[]> {
  const queue = parts.database === 'ok' ? await messaging.outbox.state() : null;
  const ofSystems = parts.database === 'ok' ? await webhooks.webhooks.listDestinations() : [];
  const { server, folder } = config.mail;
  const database = t(DATABASES[config.database.kind]);
  return [
    { name: t('Activation service'), isWell: parts.gateway === 'ok', detail: t(GATEWAYS[config.gateway.kind]) },
    ...(parts.relay ? [{ name: t('Relay'), isWell: parts.relay === 'ok', detail: t('To the DIGIPASS Gateway') }] : []),
    {
      name: t('Database'),
      isWell: parts.database === 'ok' && parts.migrations === 'ok',
      detail: parts.migrations === 'ok' ? t('{database}, schema up to date', { database }) : database,
    },
    {
      name: t('Email'),
      isWell: delivery && delivery.mail === 'ok',
      detail: (
        <QueueWords
          queue={queue?.mail}
          to={server ? t('to the email server') : t('to files in {folder}', { folder })}
        />
      ),
    },
    {
      name: t('Webhooks'),
      isWell: delivery && delivery.webhook === 'ok',
      detail: <QueueWords queue={queue?.webhook} to={webhookWords(config.webhooks.length + ofSystems.length)} />,
    },
  ];
}

function QueueWords({ queue, to }: { queue: ChannelState | undefined; to: string }) {
  if (!queue) return t('The queue cannot be read while the database is failing.');
  const undelivered = t('{count} undelivered', { count: formatCount(queue.dead) });
  return (
    <RichText
      message="{count} waiting, {undelivered}, {destination}"
      values={{
        count: formatCount(queue.pending),
        undelivered:
          queue.dead > 0 ? (
            <Link href="/helpdesk/messages" className="text-accent underline underline-offset-4">
              {undelivered}
            </Link>
          ) : (
            undelivered
          ),
        destination: to,
      }}
    />
  );
}

function webhookWords(addresses: number): string {
  if (addresses === 0) return t('none set up');
  return t('to {count, plural, one {one address} other {# addresses}}', { count: addresses });
}

function keyWords([current = '', ...older]: readonly string[]): string {
  return older.length === 0
    ? current
    : t('{current} encrypts, {older} can still decrypt', { current, older: older.join(', ') });
}

/** Of the sources that the running site was built from. */
async function buildId(): Promise<string> {
  return (await readFile('.next/BUILD_ID', 'utf8').catch(() => t('Not known'))).trim();
}
