import type { Metadata } from 'next';
import { NOT_ME } from '@/components/staff/audit/activity-story';
import { ActivityTimeline } from '@/components/staff/audit/activity-timeline';
import { RequestNotice } from '@/components/site/devices/hardware/request-state';
import { DeviceList } from '@/components/site/devices/device-list';
import { ReplacementBanner } from '@/components/site/devices/replacement/replacement-banner';
import { ExpiredNotice } from '@/components/site/devices/expired-notice';
import { NoWayIn } from '@/components/site/devices/no-way-in';
import { MainContent } from '@/components/site/layout/main-content';
import { RecoveryReminder } from '@/components/site/recovery/recovery-reminder';
import { WaysBackRow } from '@/components/site/recovery/ways-back';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { hardwareIn } from '@/lib/devices/hardware/assign-hardware';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { knownRecoveryCode } from '@/lib/server/web/known-recovery-code';
import { readReminder } from '@/lib/server/web/read-reminder';
import { readWaysBack } from '@/lib/server/web/read-ways-back';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { devicesNames, hardwareNames } from '@/lib/shared/names/device-names';
import { AdoptTimeZone } from './adopt-time-zone';
import { ThisComputerOnly } from './activations/new/this-computer-only';
import { FirstActivation } from './first-activation';
import { BackupReminder, PasskeyReminder } from './reminder';
import { readActivity, shownLines, type ActivitySearch } from './read-activity';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(devicesNames.heading) });

const RECENT = 6;

export default async function DevicesPage({ searchParams }: { searchParams: Promise<ActivitySearch> }) {
  const signedIn = await requirePagePermission('authenticator:view', '/');
  const { user } = signedIn;
  const { accounts, activation, config, devices: authenticators, hardware } = await services();
  const lines = shownLines(await searchParams, RECENT);
  const [devices, pending, replacements, recovery, waysBack] = await Promise.all([
    withGatewayFallback(null, () => authenticators.directory.holdings(user)),
    activation.store.findPending(user),
    authenticators.replacements.listOpen(user),
    knownRecoveryCode(user),
    readWaysBack(signedIn),
  ]);
  const reminder = await readReminder(signedIn, waysBack);
  const { relyingParty } = accounts.passkeys;
  const { events, more } = await readActivity(user, lines, devices?.instances ?? []);
  const held = devices && [...devices.instances, ...devices.others];
  const holdsAny = held === null || held.length > 0;
  const areAllLocked = held !== null && held.length > 0 && held.every(({ state }) => state === 'locked');
  return (
    <MainContent>
      {user.timeZone === null && accounts.users.keepsTimeZones && <AdoptTimeZone sites={config.timeZone} />}
      <PageHeading
        lead={
          areAllLocked
            ? t('All of your devices are locked. None of them can sign in as you.')
            : devices?.others.length
              ? t('Phones and other authenticators you use to sign in.')
              : t('Phones and tablets you use to sign in.')
        }
        action={
          holdsAny &&
          hasRoomFor(devices?.limits ?? null) && (
            <LinkButton href="/activations/new">{t(devicesNames.activate)}</LinkButton>
          )
        }
      >
        {t(devicesNames.heading)}
      </PageHeading>
      <div className="grid gap-parts">
        <div className="grid min-w-0 gap-groups">
          {pending && (
            <Notice tone="info" title={t('You’re activating a device')}>
              <p>{t('Pick up where you left off.')}</p>
              <LinkButton href={`/activations/${pending.id}`} variant="secondary">
                {t('Continue')}
              </LinkButton>
            </Notice>
          )}
          {replacements.map((replacement) => (
            <ReplacementBanner key={replacement.id} replacement={replacement} />
          ))}
          {devices?.expired.map((device) => (
            <ExpiredNotice key={device.instanceId} device={device} />
          ))}
          {devices?.instances.map(
            ({ instanceId, usableFrom, leavesNoWayIn }) =>
              usableFrom && leavesNoWayIn && <NoWayIn key={instanceId} usableFrom={usableFrom} />,
          )}
          {devices ? (
            <>
              {devices.requests?.map((request) => (
                <RequestNotice key={request.serialNumber} request={request} />
              ))}
              {hardware.hardware.assignment && hardwareIn(devices) === 'none' && (
                <div className="-ml-3">
                  <LinkButton href="/authenticators/assign" variant="quiet">
                    {t(hardwareNames.heading)}
                  </LinkButton>
                </div>
              )}
              <DeviceList {...devices} activate={<FirstActivation signedIn={signedIn} />} />
              {!holdsAny && config.isLoopback && activation.gateway.capabilities.hasOwnApp && (
                <ThisComputerOnly publicUrl={config.publicUrl} />
              )}
            </>
          ) : (
            <Notice tone="warning" title={t('We can’t show your devices right now')}>
              {t('The activation service isn’t responding. Your devices keep working. Reload this page in a minute.')}
            </Notice>
          )}
          {reminder?.kind === 'backup' ? (
            <BackupReminder isNew={reminder.isNew} />
          ) : (
            waysBack && devices?.instances.length !== 0 && <WaysBackRow score={waysBack.score} />
          )}
          {reminder?.kind === 'passkey' && relyingParty && (
            <PasskeyReminder isNew={reminder.isNew} origin={relyingParty.origin} />
          )}
          {recovery?.isOld && <RecoveryReminder code={recovery} />}
        </div>
        <div className="max-w-prose">
          <ActivityTimeline events={events} more={more ? `/?activity=${more}` : undefined} notMe={NOT_ME} />
        </div>
      </div>
    </MainContent>
  );
}
