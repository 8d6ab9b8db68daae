import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActivityTimeline, activity } from '@/components/audit/activity-timeline';
import { ActionForm } from '@/components/forms/action-form';
import { refusalWords } from '@/components/forms/refusal-words';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/composition/compose';
import { getSignedIn } from '@/lib/web/sessions/signed-in';
import { signOutEverywhereAction } from './actions';
import { ChangePasswordForm } from './change-password-form';

export const metadata: Metadata = { title: 'Profile' };

const RECENT = 50;

export default async function ProfilePage() {
  // Requires no permission: users who lack one for another page are redirected here.
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in?next=/profile');
  const { user } = signedIn;
  const { access } = await services();
  const events = await access.audit.listFor(user, RECENT);
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
          {access.users.changesPasswords ? (
            <ChangePasswordForm userId={user.userId} />
          ) : (
            <p>{refusalWords('changed-elsewhere')}</p>
          )}
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
