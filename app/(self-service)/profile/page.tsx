import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActivityTimeline } from '@/components/audit/activity-timeline';
import { activity } from '@/components/audit/activity';
import { ActionForm } from '@/components/forms/action-form';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/text-field';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/access/password-policy';
import { services } from '@/lib/services';
import { getSignedIn } from '@/lib/web/signed-in';
import { changePasswordAction, signOutEverywhereAction } from './actions';

export const metadata: Metadata = { title: 'Profile' };

const RECENT = 50;

export default async function ProfilePage() {
  // Asks for no permission: this is where people are sent who have none for another page.
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in?next=/profile');
  const { user } = signedIn;
  const events = await (await services()).access.audit.listFor(user, RECENT);
  return (
    <MainContent width="prose">
      <PageHeading>Profile</PageHeading>
      <div className="grid gap-6">
        <Card>
          <DescriptionList
            items={[
              { term: 'Name', description: user.displayName },
              { term: 'User ID', description: user.userId },
              { term: 'Domain', description: user.domain },
            ]}
          />
        </Card>
        <Card>
          <h2 className="mb-4 text-xl font-semibold">Change password</h2>
          <ActionForm
            action={changePasswordAction}
            stepUp="never"
            submit="Change password"
            doneWords="Your password is changed. Other browsers are signed out."
          >
            <input type="text" name="username" value={user.userId} readOnly autoComplete="username" hidden />
            <TextField
              label="Current password"
              name="currentPassword"
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
            />
            <TextField
              label="New password"
              name="newPassword"
              type="password"
              autoComplete="new-password"
              hint={`At least ${MINIMUM_PASSWORD_LENGTH} characters. Several words in a row are easy to remember.`}
              required
              maxLength={128}
            />
            <TextField
              label="New password again"
              name="newPasswordAgain"
              type="password"
              autoComplete="new-password"
              required
              maxLength={128}
            />
          </ActionForm>
        </Card>
        <Card>
          <h2 className="mb-2 text-xl font-semibold">Sign out everywhere</h2>
          <p className="mb-5 text-ink-soft">
            Ends your sign-ins in every browser, this one too. Do this when you signed in on a computer that is not
            yours.
          </p>
          <ActionForm
            action={signOutEverywhereAction}
            stepUp="never"
            submit="Sign out everywhere"
            variant="secondary"
          />
        </Card>
        <ActivityTimeline events={events.map(activity)} />
      </div>
    </MainContent>
  );
}
