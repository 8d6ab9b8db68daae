import type { Route } from 'next';
import { CallerCheckNow } from '@/components/staff/helpdesk/people/caller-check-now';
import { FirstStep } from '@/components/staff/helpdesk/people/first-step';
import { reissuePath } from '@/components/staff/helpdesk/people/user-path';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import { mayVouch } from '@/lib/helpdesk/caller-check/caller-assessment';
import { services } from '@/lib/server/composition/compose';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { findOpenCases } from '@/lib/helpdesk/desk/cases/open-cases';
import type { HelpdeskUser } from '@/lib/helpdesk/desk/read-user';
import { judgeSituation, suggestStep } from '@/lib/helpdesk/desk/situation/situation';
import { userNames } from '@/lib/shared/names/staff-names';
import { askCallerAction } from './users/[userId]/reissue/actions';
import { t } from '@/lib/shared/language/t';

/** What an agent needs in the first seconds of a call, and the quickest check in one press. @param ticket to go on with; empty for none */
export async function PersonFirstStep({
  staff,
  person,
  isFrozen,
  ticket = '',
}: {
  staff: SignedIn;
  person: HelpdeskUser;
  isFrozen: boolean;
  ticket?: string;
}) {
  const { helpdesk } = await services();
  const { user, devices } = person;
  const openCase = (await findOpenCases(helpdesk, user.domain)).find(({ userId }) => userId === user.userId) ?? null;
  const situation = judgeSituation({ ...person, isFrozen, openCase }, helpdesk.clock.now());
  const step = suggestStep(situation, person, helpdesk.phones?.capabilities.callerCheck === true);
  const mayReissue = may(staff, 'invitation:send') && !isSelf(staff, user.userId);
  // What the case says already need not be chosen again.
  const lost = openCase && devices?.instances.find(({ name }) => openCase.locked.includes(name));
  const start = Object.entries({
    ticket: ticket || (openCase?.reference ?? ''),
    reason: openCase?.about === 'lost-phone' ? 'lost' : '',
    device: lost?.instanceId ?? '',
  }).filter(([, value]) => value !== '');
  const vouching = (devices?.instances ?? []).filter((device) =>
    mayVouch(device, { reason: 'other', oldInstanceId: null }),
  );
  return (
    <FirstStep
      situation={situation}
      step={mayReissue || step.code === 'follow-invitation' ? step : null}
      hasRoom={typeof devices?.limits !== 'object' || hasRoomFor(devices.limits)}
    >
      {mayReissue && step.code === 'check-phone' && (
        <CallerCheckNow
          userId={user.userId}
          vouching={vouching.map(({ instanceId, name, state }) => ({ instanceId, name, state }))}
          action={askCallerAction}
        />
      )}
      {step.code === 'follow-invitation' && (
        <LinkButton href={`/helpdesk/invitations/${step.invitationId}` as Route} variant="secondary">
          {t('Open invitation')}
        </LinkButton>
      )}
      {mayReissue && (
        <form method="get" action={reissuePath(user.userId)}>
          {start.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" variant={step.code === 'send-activation' ? 'primary' : 'secondary'}>
            {t(userNames.reissue)}
          </Button>
        </form>
      )}
    </FirstStep>
  );
}
