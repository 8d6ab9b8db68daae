import { DeviceFace } from '@/components/site/devices/device-face';
import { DeviceState, DeviceTimes } from '@/components/site/devices/device-facts';
import { lostPath, userPath } from '@/components/staff/helpdesk/people/user-path';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { ShortName } from '@/components/ui/short-name';
import { SidePanel } from '@/components/ui/lists/side-panel';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { services } from '@/lib/server/composition/compose';
import { isProtected } from '@/lib/accounts/users/staff';
import { readDevices, readUser } from '@/lib/helpdesk/desk/read-user';
import { userNames } from '@/lib/shared/names/staff-names';
import { PersonFirstStep } from './person-first-step';
import { DeviceActions } from './users/[userId]/device-actions';
import type { Route } from 'next';
import { t } from '@/lib/shared/language/t';

/** What an agent needs of a caller, beside the list: what is wrong, the first step, their devices. @param isChosen whether its row was pressed @param ticket that was searched for; empty for none */
export async function PersonPanel({
  staff,
  userId,
  isChosen,
  ticket,
  closeHref,
}: {
  staff: SignedIn;
  userId: string;
  isChosen: boolean;
  ticket: string;
  closeHref: Route;
}) {
  const { helpdesk } = await services();
  const user = await helpdesk.users.find(userId, staff.user.domain);
  if (!user) return null;
  const call = may(staff, 'user:view') ? await readUser(helpdesk, user) : null;
  const devices = call ? call.devices : await readDevices(helpdesk, user);
  const { capabilities } = helpdesk.directory;
  const mayReissue = may(staff, 'invitation:send') && !isSelf(staff, user.userId);
  const canUndo = capabilities.unlock === true;
  const freeze = await helpdesk.freezes.findStanding(user);
  return (
    <SidePanel
      key={user.userId}
      rowKey={user.userId}
      heading={user.displayName}
      takesFocus={isChosen}
      closeHref={closeHref}
    >
      <div className="grid gap-5">
        <p className="text-sm wrap-anywhere text-ink-soft">
          {[user.userId, user.mailAddresses[0], isProtected(user) && t('protected')].filter(Boolean).join(' · ')}
        </p>
        {call && <PersonFirstStep staff={staff} person={call} isFrozen={freeze !== null} ticket={ticket} />}
        {devices !== null && devices.instances.length > 0 && (
          <ul aria-label={t(userNames.devices)} className="divide-y divide-line border-y border-line">
            {devices.instances.map(({ instanceId, name, state, causes: _causes, staffHold: _hold, ...device }) => (
              <li key={instanceId} className="grid gap-3 py-3">
                <div className="flex items-start gap-3">
                  <DeviceFace name={name} />
                  <div className="min-w-0 grow">
                    <h3 className="font-semibold wrap-anywhere">{name}</h3>
                    <DeviceTimes {...device} />
                  </div>
                  <DeviceState state={state} />
                </div>
                <div className="flex flex-wrap items-start gap-3 empty:hidden">
                  {mayReissue && state === 'active' && (
                    <LinkButton href={lostPath(user.userId, instanceId, ticket)} variant="secondary">
                      <ShortName shown={t('Lost')} name={t(userNames.lost, { device: name })} />
                    </LinkButton>
                  )}
                  <DeviceActions
                    userId={user.userId}
                    instanceId={instanceId}
                    name={name}
                    canUndo={canUndo}
                    may={{
                      lock: may(staff, 'device:lock') && state === 'active' && capabilities.lock === true,
                      unlock: false,
                      remove: false,
                      breakGlass: false,
                      undoLock: null,
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
        <div>
          <LinkButton href={userPath(user.userId)} variant="secondary">
            {t('User page')}
          </LinkButton>
        </div>
      </div>
    </SidePanel>
  );
}
