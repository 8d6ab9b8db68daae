import type { Metadata } from 'next';
import { cache } from 'react';
import { DevicePicture, DeviceState, MomentOr } from '@/components/site/devices/device-facts';
import { ExpiredNotice } from '@/components/site/devices/expired-notice';
import { DeviceNotifications } from '@/components/site/devices/device-notifications';
import { MayBeLost } from '@/components/site/devices/may-be-lost';
import { RemovalNotice } from '@/components/site/devices/removal-state';
import { NoWayIn } from '@/components/site/devices/no-way-in';
import type { AuthenticatorInstance, ExpiredDevice } from '@/lib/devices/authenticator-directory';
import { devicesNames } from '@/lib/shared/names/device-names';
import { RichText } from '@/components/site/language/rich-text';
import { TestLoginForm } from '@/components/site/devices/test-login-form';
import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { abilitiesOf } from '@/lib/devices/abilities';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import { canReplace } from '@/lib/devices/replacement/start-replacement';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { testLoginAction, testNotificationAction } from './actions';
import { DeviceActions } from './device-actions';
import { BackToDevices, NotPossibleHere, OtherAuthenticatorPage } from './other-authenticator';
import { ReplacementNotice } from './replacement-notice';
import { t, type Message } from '@/lib/shared/language/t';
import { decodeSegment } from '@/lib/server/web/decode-segment';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

/** Why a device is locked, for its user. */
const OWN_HOLD_WORDS = {
  helpdesk: 'The helpdesk locked it.',
  person: 'You locked it yourself.',
  replaced: 'Another device has replaced it.',
  reported: 'It was reported: you didn’t activate it.',
  frozen: 'Your account is frozen.',
} as const satisfies Record<HoldCause, Message>;

type Params = { params: Promise<{ instanceId: string }> };

const readDevices = cache(async (instanceId: string) => {
  const signedIn = await requirePagePermission('authenticator:view', `/authenticators/${instanceId}`);
  const { directory } = (await services()).devices;
  const held = await withGatewayFallback('unreachable', () => directory.holdings(signedIn.user));
  return { signedIn, held };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const instanceId = decodeSegment((await params).instanceId) ?? '';
  const { held } = await readDevices(instanceId);
  const device =
    held === 'unreachable'
      ? undefined
      : [...held.instances, ...held.others, ...held.expired].find((one) => one.instanceId === instanceId);
  return { title: device?.name ?? t('Device') };
}

export default async function AuthenticatorPage({
  params,
  searchParams,
}: Params & { searchParams: Promise<{ answered?: string | string[] }> }) {
  const instanceId = decodeSegment((await params).instanceId) ?? '';
  const { signedIn, held } = await readDevices(instanceId);
  if (held === 'unreachable') return <Unreachable />;
  const other = held.others.find((one) => one.instanceId === instanceId);
  if (other) return <OtherAuthenticatorPage signedIn={signedIn} other={other} />;
  const instance = held.instances.find((one) => one.instanceId === instanceId);
  const expired = held.expired.find((one) => one.instanceId === instanceId);
  if (!instance && expired) return <ExpiredPage device={expired} />;
  if (!instance) refuseAsNotFound();
  const { organisation, devices: authenticators, phoneSignIn } = await services();
  const { contact } = organisation.live.look();
  const { directory, holds, replacements } = authenticators;
  const isLocked = instance.state === 'locked';
  const causes = isLocked ? await holds.standing(instanceId) : [];
  const proofs = await promptsOf(signedIn, instanceId);
  const others = causes.filter((cause) => cause !== 'person');
  const replacement = (await replacements.listOpen(signedIn.user)).find(
    (one) => one.oldInstanceId === instanceId || ('newInstanceId' in one && one.newInstanceId === instanceId),
  );
  return (
    <MainContent>
      <BackToDevices />
      <PageHeading
        badge={<DeviceState state={instance.state} />}
        lead={isLocked ? lockedWords(causes) : <SignsIn {...instance} />}
      >
        {instance.name}
      </PageHeading>
      <div className="page-columns gap-y-groups">
        <div className="grid min-w-0 gap-groups">
          {replacement && (
            <ReplacementNotice replacement={replacement} instanceId={instanceId} causes={causes} proof={proofs.undo} />
          )}
          {others.length > 0 && replacement?.state !== 'retired' && (
            <Notice tone="warning" title={t('This device was locked for your safety')}>
              <p>{others.map((cause) => t(OWN_HOLD_WORDS[cause])).join(' ')}</p>
              <p>{t('You can’t unlock it here. Call the helpdesk if you still have it, or remove it.')}</p>
              {contact && <HelpdeskContactLine contact={contact} />}
            </Notice>
          )}
          {!isLocked && instance.usableFrom && instance.leavesNoWayIn && (
            <NoWayIn usableFrom={instance.usableFrom}>{contact && <HelpdeskContactLine contact={contact} />}</NoWayIn>
          )}
          {instance.removal && <RemovalNotice removal={instance.removal} />}
          {!isLocked && <MayBeLost keeping={instance.keeping} />}
          {!isLocked && !instance.usableFrom && (
            <div id="test" className="grid max-w-form gap-groups empty:hidden">
              {directory.capabilities.testOneTimePassword === true && (
                <TestLoginForm key={instance.name} instanceId={instance.instanceId} action={testLoginAction} />
              )}
              {phoneSignIn && instance.isReached === undefined && (
                <TestRequest instanceId={instanceId} isAnswered={(await searchParams).answered !== undefined} />
              )}
            </div>
          )}
          {!isLocked && instance.isReached !== undefined && (
            <DeviceNotifications
              isReached={instance.isReached}
              instanceId={instance.instanceId}
              action={testNotificationAction}
            />
          )}
          <DeviceActions
            device={instance}
            capabilities={directory.capabilities}
            causes={causes}
            canReplace={!isLocked && !replacement && canReplace(directory)}
            isOnly={held.instances.length + held.others.length === 1}
            proofs={proofs}
          />
          <NotPossibleHere abilities={abilitiesOf('phone', directory)} />
        </div>
        <aside aria-label={t('Details')} className="max-lg:-order-1 lg:border-l lg:border-line lg:pl-groups">
          <DevicePicture name={instance.name} className="mb-6 hidden h-32 w-28 lg:block" />
          <DescriptionList
            items={[
              { term: t('Last used'), description: <MomentOr at={instance.lastUsedAt} /> },
              { term: t('Activated'), description: <MomentOr at={instance.activatedAt} /> },
              {
                term: t('Serial number'),
                description: <span className="font-mono text-sm">{instance.instanceId}</span>,
              },
            ]}
          />
        </aside>
      </div>
    </MainContent>
  );
}

/** What each action on the device asks for. */
async function promptsOf(signedIn: SignedIn, instanceId: string) {
  const { holds } = (await services()).devices;
  const provedSince = await holds.heldAt(instanceId, 'person');
  const [unlock, undo, rename, remove] = await Promise.all([
    askBeforehand(signedIn, { action: 'unlock-device', provedSince }),
    askBeforehand(signedIn, { action: 'unlock-device' }),
    askBeforehand(signedIn, { action: 'rename-device' }),
    askBeforehand(signedIn, { action: 'remove-device' }),
  ]);
  return { unlock, undo, rename, remove };
}

/** Whether a request reaches the phone, where the gateway does not say which devices one reaches. */
function TestRequest({ instanceId, isAnswered }: { instanceId: string; isAnswered: boolean }) {
  const back = `/authenticators/${encodeURIComponent(instanceId)}?answered#test`;
  return (
    <div className="grid justify-items-start gap-facts">
      <h2 className="text-xl font-semibold">{t('Requests on your phone')}</h2>
      {isAnswered && (
        <Notice tone="success" role="status">
          {t('Your phone answered the request.')}
        </Notice>
      )}
      <p className="text-ink-soft">
        {t('See whether a request reaches your phone. If none comes, turn the app’s notifications on.')}
      </p>
      <LinkButton href={`/sign-in/phone?confirm=test&next=${encodeURIComponent(back)}`} variant="secondary">
        {t('Send a request to my phone')}
      </LinkButton>
    </div>
  );
}

function SignsIn({ trustedFrom, usableFrom }: Pick<AuthenticatorInstance, 'trustedFrom' | 'usableFrom'>) {
  if (usableFrom)
    return (
      <RichText
        message="It works from {time}. Until then its codes are refused."
        values={{ time: <Time at={usableFrom.toISOString()} form="upcoming" /> }}
      />
    );
  if (!trustedFrom) return t('This device can sign in as you.');
  return (
    <RichText
      message="New phones can sign in right away. From {time}, this one can also approve changes."
      values={{ time: <Time at={trustedFrom.toISOString()} form="upcoming" /> }}
    />
  );
}

function lockedWords(causes: readonly HoldCause[]): string {
  const [cause] = causes;
  const reason = cause ? t(OWN_HOLD_WORDS[cause]) : t('The activation service locked it.');
  return `${t('This device can’t sign in as you.')} ${reason}`;
}

/** Where mails and bookmarks of a device lead once it has expired. */
function ExpiredPage({ device }: { device: ExpiredDevice }) {
  return (
    <MainContent width="prose">
      <BackToDevices />
      <PageHeading>{device.name}</PageHeading>
      <ExpiredNotice device={device}>
        <LinkButton href="/activations/new" variant="secondary">
          {t(devicesNames.activate)}
        </LinkButton>
      </ExpiredNotice>
    </MainContent>
  );
}

function Unreachable() {
  return (
    <MainContent>
      <PageHeading>{t('Device')}</PageHeading>
      <Notice tone="warning" title={t('We can’t show this device right now')}>
        {t('The activation service isn’t responding. Your device keeps working. Reload this page in a minute.')}
      </Notice>
    </MainContent>
  );
}
