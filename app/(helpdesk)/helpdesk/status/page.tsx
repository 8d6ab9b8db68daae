import { readFile } from 'node:fs/promises';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PartsTable, type SitePart } from '@/components/helpdesk/status/parts-table';
import { SettingsTable } from '@/components/helpdesk/status/settings-table';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { formatCount } from '@/components/ui/figures';
import { PageHeading } from '@/components/ui/page-heading';
import { services, type Services } from '@/lib/composition/compose';
import type { ChannelState } from '@/lib/messaging/outbox';
import { readHealth, type Health } from '@/lib/web/answers/read-health';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { version } from '@/package.json';
import { operationNames } from '@/lib/names/operation-names';

export const metadata: Metadata = { title: operationNames.status };

type Config = Services['config'];

const GATEWAYS: Record<Config['gateway']['kind'], string> = {
  embedded: 'Embedded in this site',
  'onespan-server': 'OneSpan Authentication Server',
  'onespan-cloud': 'OneSpan Cloud Authentication',
};

const DATABASES: Record<Config['database']['kind'], string> = {
  embedded: 'Embedded (PGlite)',
  postgresql: 'PostgreSQL',
};

export default async function StatusPage() {
  await requirePagePermission('status:view', '/helpdesk/status');
  const opened = await services();
  const { config } = opened;
  const health = await readHealth();
  const parts = await partsOf(opened, health);
  const isWell = parts.every((part) => part.isWell);
  return (
    <MainContent>
      <PageHeading lead={isWell ? 'Everything works.' : 'Something needs attention.'}>
        {operationNames.status}
      </PageHeading>
      <div className="grid grid-cols-1 gap-12">
        <PartsTable parts={parts} />
        <Card>
          <h2 className="mb-4 text-xl font-semibold">This site</h2>
          <DescriptionList
            items={[
              { term: 'Address', description: config.publicUrl },
              { term: 'Version', description: version },
              { term: 'Build', description: <span className="font-mono">{await buildId()}</span> },
              { term: 'Node.js', description: process.version },
              { term: 'Data keys', description: keyWords(opened.dataKeyIds) },
            ]}
          />
        </Card>
        <section aria-labelledby="settings" className="grid grid-cols-1 gap-8">
          <div>
            <h2 id="settings" className="text-xl font-semibold">
              Settings
            </h2>
            <p className="mt-1 max-w-prose text-ink-soft">
              Environment variables of this process. Secrets are never shown, only whether they are set.
            </p>
          </div>
          {config.inView.map(({ title, settings }) => (
            <div key={title}>
              <h3 className="mb-3 text-lg font-semibold">{title}</h3>
              <SettingsTable label={title} settings={settings} />
            </div>
          ))}
        </section>
      </div>
    </MainContent>
  );
}

async function partsOf({ config, messages }: Services, { parts, delivery }: Health): Promise<SitePart[]> {
  const queue = parts.database === 'ok' ? await messages.outbox.state() : null;
  const { server, folder } = config.mail;
  return [
    { name: 'Activation service', isWell: parts.gateway === 'ok', detail: GATEWAYS[config.gateway.kind] },
    ...(parts.relay ? [{ name: 'Relay', isWell: parts.relay === 'ok', detail: 'To the DIGIPASS Gateway' }] : []),
    {
      name: 'Database',
      isWell: parts.database === 'ok' && parts.migrations === 'ok',
      detail: `${DATABASES[config.database.kind]}${parts.migrations === 'ok' ? ', schema up to date' : ''}`,
    },
    {
      name: 'Email',
      isWell: delivery && delivery.mail === 'ok',
      detail: <QueueWords queue={queue?.mail} to={server ? 'to the email server' : `to files in ${folder}`} />,
    },
    {
      name: 'Webhooks',
      isWell: delivery && delivery.webhook === 'ok',
      detail: <QueueWords queue={queue?.webhook} to={webhookWords(config.webhooks.length)} />,
    },
  ];
}

function QueueWords({ queue, to }: { queue: ChannelState | undefined; to: string }) {
  if (!queue) return 'The queue cannot be read while the database is failing.';
  return (
    <>
      {formatCount(queue.pending)} waiting,{' '}
      {queue.dead > 0 ? (
        <Link href="/helpdesk/messages" className="text-accent underline underline-offset-4">
          {formatCount(queue.dead)} undelivered
        </Link>
      ) : (
        '0 undelivered'
      )}
      , {to}
    </>
  );
}

function webhookWords(addresses: number): string {
  if (addresses === 0) return 'none set up';
  return addresses === 1 ? 'to one address' : `to ${addresses} addresses`;
}

function keyWords([current, ...older]: readonly string[]): string {
  return older.length === 0 ? `${current}` : `${current} encrypts, ${older.join(', ')} can still decrypt`;
}

/** Of the sources that the running site was built from. */
async function buildId(): Promise<string> {
  return (await readFile('.next/BUILD_ID', 'utf8').catch(() => 'Not known')).trim();
}
