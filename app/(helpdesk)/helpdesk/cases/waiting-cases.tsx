import { OpenCases } from '@/components/staff/helpdesk/cases/open-cases';
import type { User } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { findOpenCases } from '@/lib/helpdesk/desk/cases/open-cases';
import { closeCaseAction } from './actions';

/** The open cases of the staff's domain. One's own is a colleague's to close. */
export async function WaitingCases({ staff }: { staff: User }) {
  const { helpdesk } = await services();
  const cases = await findOpenCases(helpdesk, staff.domain);
  return <OpenCases cases={cases} close={closeCaseAction} />;
}
