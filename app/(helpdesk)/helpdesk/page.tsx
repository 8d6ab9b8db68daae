import { redirect } from 'next/navigation';
import { startPath } from '@/lib/web/home-path';
import { getSignedIn } from '@/lib/web/signed-in';
import { staffSections } from '@/lib/web/staff-sections';

/** Leads to the first section that the person may see. */
export default async function HelpdeskPage() {
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in?next=/helpdesk');
  redirect(staffSections(signedIn.user)[0]?.href ?? (await startPath(signedIn.user)));
}
