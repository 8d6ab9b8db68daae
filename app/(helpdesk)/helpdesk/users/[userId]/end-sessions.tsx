import { StaffForm } from '@/components/helpdesk/staff-form';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { userNames } from '@/lib/names/user-names';
import { endSessionsAction } from './actions';

/** Signs a user out everywhere, after a question. */
export function EndSessions({ userId, name }: { userId: string; name: string }) {
  return (
    <InlineConfirm label={userNames.signOutEverywhere} about={name}>
      <p>{name} is signed out in every browser at once, and can sign in again.</p>
      <StaffForm
        action={endSessionsAction}
        stepUp="never"
        submit={userNames.signThemOut}
        pendingText="Signing out…"
        pageWords={`${name} is signed out everywhere.`}
      >
        <input type="hidden" name="userId" value={userId} />
      </StaffForm>
    </InlineConfirm>
  );
}
