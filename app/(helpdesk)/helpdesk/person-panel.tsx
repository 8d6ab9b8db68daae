import type { Route } from 'next';
import { DeviceState, DeviceTimes } from '@/components/devices/device-facts';
import { isOpenInvitation, OPEN_INVITATION_LINKS } from '@/components/helpdesk/invitations/invitation-words';
import { reissuePath, userPath } from '@/components/helpdesk/people/user-path';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { ShortName } from '@/components/ui/short-name';
import { SidePanel } from '@/components/ui/lists/side-panel';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { services } from '@/lib/composition/compose';
import { readUser } from '@/lib/helpdesk/read-user';
import { userNames } from '@/lib/names/staff-names';
import { t } from '@/lib/language/t';

/** What an agent looks for first of a person: their devices, and what is under way. */
export async function PersonPanel({ staff, userId, closeHref }: { staff: SignedIn; userId: string; closeHref: Route }) {
  const helpdeskUser = await readUser((await services()).helpdesk, { userId, domain: staff.user.domain });
  if (!helpdeskUser) return null;
  const { user, devices, invitations, isProtected } = helpdeskUser;
  const current = invitations.find(isOpenInvitation);
  const mayReissue = may(staff, 'invitation:send') && !isSelf(staff, user.userId);
  return (
    <SidePanel key={user.userId} rowKey={user.userId} heading={user.displayName} closeHref={closeHref}>
      <div className="grid gap-5">
        <p className="text-sm wrap-anywhere text-ink-soft">
          {[user.userId, user.mailAddresses[0], isProtected && t('protected')].filter(Boolean).join(' · ')}
        </p>
        {devices === null ? (
          <p>{t('Devices can’t be shown right now.')}</p>
        ) : devices.instances.length === 0 ? (
          <p className="text-ink-soft">{t('No device is active.')}</p>
        ) : (
          <ul aria-label={t(userNames.devices)} className="divide-y divide-line border-y border-line">
            {devices.instances.map(({ instanceId, name, state, causes: _causes, staffHold: _hold, ...device }) => (
              <li key={instanceId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
                <div className="min-w-0">
                  <h3 className="font-semibold wrap-anywhere">{name}</h3>
                  <DeviceTimes {...device} />
                </div>
                <div className="flex flex-wrap items-center gap-3">
                  <DeviceState state={state} />
                  {mayReissue && (
                    <LinkButton href={`${reissuePath(user.userId)}?device=${instanceId}` as Route} variant="secondary">
                      <ShortName shown={t('Replace')} name={t(userNames.replace, { device: name })} />
                    </LinkButton>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        {current && (
          <div>
            <LinkButton href={`/helpdesk/invitations/${current.id}` as Route} variant="secondary">
              {t(OPEN_INVITATION_LINKS[current.state])}
            </LinkButton>
          </div>
        )}
        <div className="flex flex-wrap gap-3">
          {mayReissue && (
            <form method="get" action={reissuePath(user.userId)}>
              <Button type="submit" variant="primary">
                {t('Re-issue activation')}
              </Button>
            </form>
          )}
          <LinkButton href={userPath(user.userId)} variant="secondary">
            {t('User page')}
          </LinkButton>
        </div>
      </div>
    </SidePanel>
  );
}
