import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { Time } from '@/components/ui/time';
import type { Account } from '@/lib/helpdesk/administration/account-store';
import { accountNames } from '@/lib/shared/names/staff-names';
import { disableAccountAction, enableAccountAction, sendLinkAction } from './actions';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/** What an account is, whether its user may sign in, and how to change that. @param isReadOnly nothing can be changed */
export function AccountFacts({ account, isReadOnly }: { account: Account; isReadOnly: boolean }) {
  const { user, createdAt, isInvited, disabledAt } = account;
  const { userId, displayName } = user;
  return (
    <div className="grid gap-6">
      <DescriptionList
        items={[
          { term: t(accountNames.signIn), description: <SignInState {...account} /> },
          { term: t('Created'), description: <Time at={createdAt.toISOString()} form="relative" /> },
          ...(user.group?.isProtected
            ? [{ term: t('Protection'), description: t('Changes to their devices need a second person.') }]
            : []),
        ]}
      />
      {!isReadOnly && (
        <div className="flex flex-wrap items-start gap-3">
          {isInvited && !disabledAt && (
            <StaffForm
              action={sendLinkAction}
              decides
              submit={t(accountNames.sendLink)}
              pendingText={t('Sending…')}
              variant="secondary"
              pageWords={t('A new link is on its way to {name}. The earlier one no longer works.', {
                name: displayName,
              })}
            >
              <input type="hidden" name="userId" value={userId} />
            </StaffForm>
          )}
          {disabledAt ? (
            <StaffForm
              action={enableAccountAction}
              decides
              submit={t(accountNames.enable)}
              pendingText={t('Enabling…')}
              pageWords={t('{name} can sign in again.', { name: displayName })}
            >
              <input type="hidden" name="userId" value={userId} />
            </StaffForm>
          ) : (
            <InlineConfirm label={t(accountNames.disable)}>
              <p>
                {t(
                  '{name} is signed out everywhere at once, and can’t sign in until an administrator enables the account again.',
                  { name: displayName },
                )}
              </p>
              <StaffForm
                action={disableAccountAction}
                submit={t(accountNames.disableIt)}
                pendingText={t('Disabling…')}
                pageWords={t('{name} is signed out everywhere and can’t sign in.', { name: displayName })}
                variant="danger"
              >
                <input type="hidden" name="userId" value={userId} />
              </StaffForm>
            </InlineConfirm>
          )}
        </div>
      )}
    </div>
  );
}

function SignInState({ removalRequestedAt, disabledAt, isInvited }: Account) {
  if (removalRequestedAt) return t('Not possible: the account is being deleted.');
  if (disabledAt) {
    return (
      <RichText message="Disabled {time}" values={{ time: <Time at={disabledAt.toISOString()} form="relative" /> }} />
    );
  }
  return isInvited ? t('Waits for them to choose a password') : t('Enabled');
}
