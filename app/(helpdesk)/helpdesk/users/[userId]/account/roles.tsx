import { ROLE_MEANINGS } from '@/components/staff/administration/role-words';
import { ROLE_WORDS } from '@/lib/shared/language/role-words';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { ROLES, type Role } from '@/lib/accounts/users/role';
import { requesterWords } from '@/components/staff/helpdesk/people/person';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { ReadAccount } from '@/lib/helpdesk/administration/read-account';
import { accountNames } from '@/lib/shared/names/staff-names';
import { ShortName } from '@/components/ui/short-name';
import { giveRoleAction, takeRoleAction } from './actions';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/** Every role, whether the user has it, and the way to change that. */
export function Roles({
  account,
  awaited,
  people,
  isReadOnly,
}: ReadAccount & { people: PeopleNames; isReadOnly: boolean }) {
  const { user, disabledAt } = account;
  return (
    <ul aria-label={t(accountNames.roles)} className="grid divide-y divide-line border-y border-line">
      {ROLES.map((role) => {
        const has = user.roles.includes(role);
        const request = awaited.find((roleApproval) => roleApproval.role === role);
        return (
          <li key={role} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-60">
              <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                {t(ROLE_WORDS[role])}
                {has && <Badge tone="success">{t('Has it')}</Badge>}
                {request && <Badge tone="info">{t('Waiting')}</Badge>}
              </h3>
              <p className="text-sm text-ink-soft">{t(ROLE_MEANINGS[role])}</p>
              {request && (
                <p className="text-sm text-ink-soft">
                  <RichText
                    message="Requested by {person}; expires {time}."
                    values={{
                      person: requesterWords(people, request.requestedBy),
                      time: <Time at={request.endsAt} form="until" />,
                    }}
                  />
                </p>
              )}
            </div>
            {!isReadOnly && (has || (!request && !disabledAt)) && (
              <ChangeRole userId={user.userId} name={user.displayName} role={role} has={has} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ChangeRole({ userId, name, role, has }: { userId: string; name: string; role: Role; has: boolean }) {
  const words = t(ROLE_WORDS[role]);
  const takesTwo = role !== 'user';
  const fields = (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="role" value={role} />
    </>
  );
  if (has) {
    return (
      <StaffForm
        action={takeRoleAction}
        submit={<ShortName shown={t('Take away')} name={t(accountNames.takeRole, { role: words })} />}
        pendingText={t('Taking away…')}
        pageWords={t('{name} no longer has the role {role}, and signs in again.', { name, role: words })}
        variant="secondary"
      >
        {fields}
      </StaffForm>
    );
  }
  return (
    <StaffForm
      action={giveRoleAction}
      decides
      submit={
        takesTwo ? (
          <ShortName shown={t('Request')} name={t(accountNames.requestRole, { role: words })} />
        ) : (
          <ShortName shown={t('Give')} name={t(accountNames.giveRole, { role: words })} />
        )
      }
      pendingText={takesTwo ? t('Requesting…') : t('Giving…')}
      pageWords={
        takesTwo
          ? t('Requested. {name} gets the role {role} once a second person agrees.', { name, role: words })
          : t('{name} has the role {role}, and signs in again.', { name, role: words })
      }
      variant="secondary"
    >
      {fields}
    </StaffForm>
  );
}
