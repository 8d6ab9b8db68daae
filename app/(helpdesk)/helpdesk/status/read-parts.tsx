import { readFile } from 'node:fs/promises';
import { FORWARDING_PROBLEMS } from '@/components/staff/helpdesk/status/forwarding-words';
import type { SitePart } from '@/components/staff/helpdesk/status/part-tiles';
import { Link } from '@/components/ui/buttons/link';
import type { Services } from '@/lib/server/composition/compose';
import type { ChannelState } from '@/lib/messaging/outbox';
import type { Health } from '@/lib/server/web/answers/read-health';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { VERSION } from '@/lib/shared/version';
import { operationNames } from '@/lib/shared/names/staff-names';
import { formatCount, formatDuration, t, type Message } from '@/lib/shared/language/t';

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

/** What the site consists of, and how each part is. @param domain whose messages and webhooks are counted */
export async function readParts(app: Services, { parts, delivery }: Health, domain: string): Promise<SitePart[]> {
  const { config, messaging, webhooks, audit } = app;
  const isReadable = parts.database === 'ok';
  const queue = isReadable ? await messaging.outbox.state(domain) : null;
  const ofSystems = isReadable ? await webhooks.webhooks.list(domain) : [];
  const { server, folder } = config.mail;
  const database = t(DATABASES[config.database.kind]);
  const isDatabaseWell = isReadable && parts.migrations === 'ok';
  return [
    {
      name: t('Activation service'),
      ...stateOf(
        parts.gateway === 'ok',
        t('The log of this site says why. “npm run doctor” tries the service step by step.'),
      ),
      detail: t(GATEWAYS[config.gateway.kind]),
    },
    ...(parts.relay
      ? [
          {
            name: t('Relay'),
            ...stateOf(parts.relay === 'ok', t('The log of this site says why.')),
            detail: t('To the DIGIPASS Gateway'),
          },
        ]
      : []),
    {
      name: t('Email'),
      ...deliveryState(delivery?.mail, queue?.mail),
      detail: (
        <QueueWords
          queue={queue?.mail}
          to={server ? t('to the email server') : t('to files in {folder}', { folder })}
        />
      ),
    },
    {
      name: t('Webhooks'),
      ...deliveryState(delivery?.webhook, queue?.webhook),
      detail: <QueueWords queue={queue?.webhook} to={webhookWords(config.webhooks.length + ofSystems.length)} />,
    },
    {
      name: t('Database'),
      ...stateOf(isDatabaseWell, t('The log of this site says why.')),
      detail: isDatabaseWell ? t('{database}, schema up to date', { database }) : database,
    },
    { name: t('Keys'), ...WELL, detail: keyWords(app.dataKeyIds) },
    isReadable
      ? { name: t('Audit log'), ...WELL, detail: await auditWords(audit, config.audit.headIntervalMs) }
      : {
          name: t('Audit log'),
          state: 'unknown',
          wayOn: null,
          detail: t('It cannot be read while the database is failing.'),
        },
    ...(app.auditForwarding ? [await forwardingPart(app.auditForwarding, app, isReadable)] : []),
    {
      name: t('Version'),
      ...WELL,
      words: VERSION,
      detail: t('Build {build}, Node.js {node}', { build: await buildId(), node: process.version }),
    },
  ];
}

const WELL = { state: 'well', wayOn: null } as const;

function stateOf(isWell: boolean, wayOn: string): Pick<SitePart, 'state' | 'wayOn'> {
  return isWell ? WELL : { state: 'broken', wayOn };
}

/** @param health left out where nobody can tell */
function deliveryState(
  health: 'ok' | 'failing' | undefined,
  queue: ChannelState | undefined,
): Pick<SitePart, 'state' | 'wayOn'> {
  if (health === undefined || !queue) return { state: 'unknown', wayOn: null };
  if (health === 'ok' && queue.dead === 0) return WELL;
  const wayOn = (
    <Link href="/helpdesk/messages" className="text-accent underline underline-offset-4">
      {t(operationNames.messages)}
    </Link>
  );
  return { state: health === 'ok' ? 'attention' : 'broken', wayOn };
}

function QueueWords({ queue, to }: { queue: ChannelState | undefined; to: string }) {
  if (!queue) return t('The queue cannot be read while the database is failing.');
  return t('{count} waiting, {undelivered}, {destination}', {
    count: formatCount(queue.pending),
    undelivered: t('{count} undelivered', { count: formatCount(queue.dead) }),
    destination: to,
  });
}

async function auditWords({ audit }: Services['audit'], intervalMs: number): Promise<string> {
  const { sequenceNumber: count } = await audit.head();
  const [amount, unit] =
    intervalMs % HOUR === 0
      ? ([intervalMs / HOUR, 'hour'] as const)
      : intervalMs % MINUTE === 0
        ? ([intervalMs / MINUTE, 'minute'] as const)
        : ([intervalMs / SECOND, 'second'] as const);
  return t('{count, plural, one {# record} other {# records}}, signed at intervals of {interval}', {
    count,
    interval: formatDuration(amount, unit),
  });
}

/** Of the SIEM. */
async function forwardingPart(
  { forwarding }: NonNullable<Services['auditForwarding']>,
  { audit, config }: Services,
  isReadable: boolean,
): Promise<SitePart> {
  const name = t(operationNames.siem);
  const destination = config.siem ? `${config.siem.host}:${config.siem.port}` : '';
  if (!isReadable)
    return {
      name,
      state: 'unknown',
      wayOn: null,
      detail: t('The queue cannot be read while the database is failing.'),
    };
  const state = await forwarding.read();
  const { sequenceNumber } = await audit.audit.head();
  const problem = state?.problem ?? null;
  return {
    name,
    ...stateOf(problem === null, problem ? t(FORWARDING_PROBLEMS[problem.code]) : ''),
    detail: t('{count} waiting, to {destination}', {
      count: formatCount(state ? sequenceNumber - state.position : 0),
      destination,
    }),
  };
}

function webhookWords(addresses: number): string {
  if (addresses === 0) return t('none set up');
  return t('to {count, plural, one {one address} other {# addresses}}', { count: addresses });
}

function keyWords([current = '', ...older]: readonly string[]): string {
  return older.length === 0
    ? t('{current} encrypts what is stored', { current })
    : t('{current} encrypts, {older} can still decrypt', { current, older: older.join(', ') });
}

/** Of the sources that the running site was built from. */
async function buildId(): Promise<string> {
  return (await readFile('.next/BUILD_ID', 'utf8').catch(() => t('Not known'))).trim();
}
