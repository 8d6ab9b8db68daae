import Link from 'next/link';
import { StaffForm } from '@/components/helpdesk/staff-form';
import { userPath } from '@/components/helpdesk/people/user-path';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { Time } from '@/components/ui/time';
import type { Account } from '@/lib/administration/account-store';
import { accountNames } from '@/lib/names/account-names';
import { disableAccountAction, enableAccountAction, sendLinkAction } from './actions';

/** What an account is, whether its user may sign in, and how to change that. @param isReadOnly nothing can be changed */
export function AccountFacts({
  account,
  isReadOnly,
  showsHelpdesk,
}: {
  account: Account;
  isReadOnly: boolean;
  showsHelpdesk: boolean;
}) {
  const { user, createdAt, isInvited, disabledAt } = account;
  const { userId, displayName } = user;
  return (
    <div className="grid gap-6">
      <DescriptionList
        items={[
          { term: accountNames.signIn, description: <SignInState {...account} /> },
          { term: accountNames.userId, description: <span className="wrap-anywhere">{userId}</span> },
          { term: 'Created', description: <Time at={createdAt.toISOString()} form="relative" /> },
          ...(user.group?.isProtected
            ? [{ term: 'Protection', description: 'Changes to their devices need a second person.' }]
            : []),
          ...(showsHelpdesk
            ? [
                {
                  term: 'Devices',
                  description: (
                    <Link href={userPath(userId)} className="underline underline-offset-4">
                      Page of the helpdesk
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {!isReadOnly && (
        <div className="flex flex-wrap items-start gap-3">
          {isInvited && !disabledAt && (
            <StaffForm
              action={sendLinkAction}
              stepUp="never"
              submit={accountNames.sendLink}
              pendingText="Sending…"
              variant="secondary"
              pageWords={`A new link is on its way to ${displayName}. The earlier one no longer works.`}
            >
              <input type="hidden" name="userId" value={userId} />
            </StaffForm>
          )}
          {disabledAt ? (
            <StaffForm
              action={enableAccountAction}
              stepUp="never"
              submit={accountNames.enable}
              pendingText="Enabling…"
              pageWords={`${displayName} can sign in again.`}
            >
              <input type="hidden" name="userId" value={userId} />
            </StaffForm>
          ) : (
            <InlineConfirm label={accountNames.disable}>
              <p>
                {displayName} is signed out everywhere at once, and can’t sign in until an administrator enables the
                account again.
              </p>
              <StaffForm
                action={disableAccountAction}
                stepUp="never"
                submit={accountNames.disableIt}
                pendingText="Disabling…"
                pageWords={`${displayName} is signed out everywhere and can’t sign in.`}
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
  if (removalRequestedAt) return 'Not possible: the account is being deleted.';
  if (disabledAt) {
    return (
      <>
        Disabled <Time at={disabledAt.toISOString()} form="relative" />
      </>
    );
  }
  return isInvited ? 'Waits for them to choose a password' : 'Enabled';
}
