import type { Route } from 'next';
import { DeviceTimes, DeviceState, WorksFrom } from '@/components/site/devices/device-facts';
import { RequestLine } from '@/components/site/devices/hardware/request-state';
import { RemovalLine } from '@/components/site/devices/removal-state';
import { MayBeLostLine } from '@/components/site/devices/may-be-lost';
import { DeviceFace } from '@/components/site/devices/device-face';
import { lostPath, reissuePath } from '@/components/staff/helpdesk/people/user-path';
import { OtherAuthenticators } from '@/components/staff/helpdesk/people/other-authenticators';
import { RichText } from '@/components/site/language/rich-text';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Time } from '@/components/ui/time';
import { Notice } from '@/components/ui/notice';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import { isOfMachine } from '@/lib/accounts/users/requester';
import type { HelpdeskUser } from '@/lib/helpdesk/desk/read-user';
import { userNames } from '@/lib/shared/names/staff-names';
import { ShortName } from '@/components/ui/short-name';
import { DeviceActions } from './device-actions';
import { t, type Message } from '@/lib/shared/language/t';
import type { DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import { OFF_WORDS } from '@/components/staff/helpdesk/reissue/reissue-words';

const SENTENCES = {
  lock: 'Lock: {cause}.',
  remove: 'Remove: {cause}.',
} as const satisfies Partial<Record<keyof DirectoryCapabilities, Message>>;

/** What the signed-in agent may do to a user's devices. @property undoLock see `mayUndoLock` */
export type DevicePermissions = {
  reissue: boolean;
  lock: boolean;
  unlock: boolean;
  remove: boolean;
  breakGlass: boolean;
  undoLock: (instanceId: string) => Date | null;
};

/** Why a device is locked. */
const STAFF_HOLD_WORDS = {
  helpdesk: 'Locked by the helpdesk.',
  person: 'Locked by its person.',
  replaced: 'Locked because another device has taken its place.',
  reported: 'Locked because it was reported as not theirs.',
  frozen: 'Locked because the account is frozen.',
} as const satisfies Record<HoldCause, Message>;

/** A user's devices, for staff. */
export function UserDevices({
  user,
  devices,
  removals,
  capabilities,
  may,
}: Pick<HelpdeskUser, 'user' | 'devices' | 'removals' | 'capabilities'> & { may: DevicePermissions }) {
  if (!devices) {
    return (
      <Notice tone="warning" title={t('Devices can’t be shown right now')}>
        {t('The activation service does not answer. Load this page again in a minute.')}
      </Notice>
    );
  }
  const { instances, others, requests, expired, lockedOutUntil } = devices;
  const isAsked = (instanceId: string) =>
    removals.some(({ state, subject }) => subject.instanceId === instanceId && state === 'awaiting');
  const canUndo = capabilities.unlock === true;
  return (
    <div className="grid gap-4">
      {lockedOutUntil && (
        <Notice tone="warning">
          <p>
            <RichText
              message="Activating a device now ends this person’s grace period, and the device works from {time}: until then nothing may sign them in. The activation service can bring the start forward."
              values={{ time: <Time at={lockedOutUntil.toISOString()} form="upcoming" /> }}
            />
          </p>
        </Notice>
      )}
      {instances.length + others.length === 0 && <p className="text-ink-soft">{t('No device is active.')}</p>}
      {instances.length > 0 && (
        <ul aria-label={t(userNames.devices)} className="grid gap-4">
          {instances.map(({ instanceId, name, state, causes, staffHold, ...device }) => (
            <li key={instanceId} className="grid gap-4 rounded-card border border-line bg-surface p-5">
              <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
                <DeviceFace name={name} />
                <div className="min-w-0 grow">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">{name}</h3>
                    <DeviceState state={state} />
                  </div>
                  {name !== instanceId && <p className="font-mono text-ink-soft">{instanceId}</p>}
                  <div className="mt-1">
                    <WorksFrom {...device} />
                    {device.removal && <RemovalLine removal={device.removal} />}
                    <DeviceTimes {...device} />
                  </div>
                  {device.leavesNoWayIn && (
                    <p className="mt-1 text-sm">
                      {t(
                        'The grace period is over: unless passwords are always accepted, nothing signs this person in until then. The activation service can bring the start forward.',
                      )}
                    </p>
                  )}
                  {device.trustedFrom && device.trustedFrom > (device.usableFrom ?? new Date(0)) && (
                    <p className="mt-1 text-sm">
                      <RichText
                        message="New: proves nothing in a caller check, and counts {time}."
                        values={{ time: <Time at={device.trustedFrom.toISOString()} form="until" /> }}
                      />
                    </p>
                  )}
                  {state === 'active' && device.isReached !== undefined && (
                    <p className="mt-1 text-sm">
                      {device.isReached ? t('Reached by notifications') : t('Not reached by notifications')}
                    </p>
                  )}
                  {state === 'active' && <MayBeLostLine keeping={device.keeping} />}
                  {device.copyKeptAt && (
                    <p className="mt-1 text-sm">
                      <RichText
                        message="A copy of its key is kept since {time}."
                        values={{ time: <Time at={device.copyKeptAt.toISOString()} form="day" /> }}
                      />
                    </p>
                  )}
                  {causes.length > 0 && (
                    <p className="mt-1 text-sm">{causes.map((cause) => t(STAFF_HOLD_WORDS[cause])).join(' ')}</p>
                  )}
                  {isAsked(instanceId) && (
                    <p className="mt-1 text-sm font-semibold text-warning">{t('Removal awaiting approval.')}</p>
                  )}
                </div>
                {may.reissue && state === 'active' && (
                  <LinkButton href={lostPath(user.userId, instanceId, '')} variant="secondary">
                    <ShortName shown={t('Lost')} name={t(userNames.lost, { device: name })} />
                  </LinkButton>
                )}
                {may.reissue && (
                  <LinkButton href={`${reissuePath(user.userId)}?device=${instanceId}` as Route} variant="secondary">
                    <ShortName shown={t(userNames.reissue)} name={t(userNames.replace, { device: name })} />
                  </LinkButton>
                )}
              </div>
              <DeviceActions
                userId={user.userId}
                instanceId={instanceId}
                name={name}
                canUndo={canUndo}
                may={{
                  lock: may.lock && state === 'active' && capabilities.lock === true,
                  unlock: may.unlock && canUndo && isOfMachine(staffHold?.by ?? ''),
                  remove:
                    may.remove &&
                    !isAsked(instanceId) &&
                    device.removal?.state !== 'waiting' &&
                    capabilities.remove === true,
                  breakGlass: may.breakGlass,
                  undoLock: (canUndo && may.undoLock(instanceId)?.toISOString()) || null,
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <OtherAuthenticators others={others} />
      {requests.map((request) => (
        <RequestLine key={request.serialNumber} request={request} />
      ))}
      {expired.map(({ instanceId, name, expiredAt }) => (
        <Notice key={instanceId} tone="info" title={t('{device} has expired', { device: name })}>
          <p>
            <RichText
              message="Expired: {time}. A new activation replaces it."
              values={{ time: <Time at={expiredAt.toISOString()} form="relative" /> }}
            />
          </p>
        </Notice>
      ))}
      {instances.length > 0 && (may.lock || may.remove) && (
        <ul aria-label={t('Not possible here')} className="grid gap-1 text-sm text-ink-soft empty:hidden">
          {offWords(capabilities).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One sentence for each staff action that the gateway does not offer this site, with the reason. */
function offWords(capabilities: DirectoryCapabilities): string[] {
  return (['lock', 'remove'] as const).flatMap((action) => {
    const capability = capabilities[action];
    return capability === true ? [] : [t(SENTENCES[action], { cause: t(OFF_WORDS[capability]) })];
  });
}
