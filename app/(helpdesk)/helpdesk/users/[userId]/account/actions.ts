'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { PEOPLE_PATH } from '@/components/staff/helpdesk/people/user-path';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { ROLES } from '@/lib/accounts/users/role';
import { parseDetails } from '@/lib/helpdesk/administration/account-details';
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveRole,
  removeAccount,
  takeRole,
} from '@/lib/helpdesk/administration/change-account';
import { changeContacts, parsePhoneNumbers } from '@/lib/helpdesk/administration/change-contacts';
import { changeDetails } from '@/lib/helpdesk/administration/change-details';
import { sendLinkAgain } from '@/lib/helpdesk/administration/create-account';
import { requestRole } from '@/lib/helpdesk/administration/request-role';
import type { AdministrationPorts } from '@/lib/helpdesk/administration/all-ports';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import type { Result } from '@/lib/shared/result';
import { formAction } from '@/lib/server/web/actions/form-action';
import { z } from 'zod';
import { refused, type StaffCode } from '../../../refused';
import { detailsSchema, refusedDetails, refusedField } from '../../../../administration/users/details-schema';

const userSchema = z.object({ userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH) });
const roleSchema = userSchema.extend({ role: z.enum(ROLES) });

const contactsSchema = userSchema.extend({
  phoneNumbers: z.string().max(1_000).default(''),
  managerUserId: z.string().max(1_000).default(''),
  shown: z.string().max(1_000),
});

/** Whatever only reduces access takes one press. */
const REDUCES = { permission: 'account:manage', proof: null } as const;

const WIDENS = { permission: 'account:manage', proof: 'decide-as-staff' } as const;

type Change<Refusal extends string> = (
  ports: AdministrationPorts,
  by: SignedIn,
  target: UserKey,
  origin: RequestOrigin,
) => Promise<Result<unknown, Refusal>>;

export const disableAccountAction = changeAction(REDUCES, disableAccount);
export const enableAccountAction = changeAction(WIDENS, enableAccount);
export const sendLinkAction = changeAction(WIDENS, sendLinkAgain);
export const endAccountSessionsAction = changeAction(REDUCES, endSessionsOf);

/** Reduces access, but for good: nothing brings the account back. */
export const deleteAccountAction = formAction(
  { ...WIDENS, schema: userSchema },
  async ({ userId }, { services: { administration }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    const target = { userId, domain: signedIn.user.domain };
    const removed = await removeAccount(administration, signedIn, target, origin);
    if (!removed.ok) return refused(removed.refusal);
    revalidatePath('/helpdesk', 'layout');
    redirect(PEOPLE_PATH);
  },
);

export const giveRoleAction = formAction(
  { ...WIDENS, schema: roleSchema },
  async ({ userId, role }, { services: { administration, accounts }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    if (accounts.identityProvider.settings?.givesRoles) return refused('roles-elsewhere');
    const target = { userId, domain: signedIn.user.domain };
    if (role === 'user') return answer(await giveRole(administration, signedIn, target, role, origin));
    const result = await requestRole(administration, signedIn, target, role, origin);
    if (!result.ok && result.refusal === 'already-asked') return refused('role-already-asked');
    return answer(result);
  },
);

export const takeRoleAction = formAction(
  { ...REDUCES, schema: roleSchema },
  async ({ userId, role }, { services: { administration, accounts }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    if (accounts.identityProvider.settings?.givesRoles) return refused('roles-elsewhere');
    const target = { userId, domain: signedIn.user.domain };
    return answer(await takeRole(administration, signedIn, target, role, origin));
  },
);

export const changeDetailsAction = formAction(
  { ...WIDENS, schema: userSchema.extend({ ...detailsSchema.shape, shown: z.string().max(8_000) }) },
  async ({ userId, shown, ...fields }, { services: { administration }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    const details = parseDetails(fields);
    if (!details.ok) return refusedDetails(fields) ?? refused(details.refusal);
    const result = await changeDetails(administration, signedIn, { userId }, { ...details.value, shown }, origin);
    // The fields show what is saved now.
    if (!result.ok && result.refusal === 'changed-meanwhile') revalidatePath('/helpdesk', 'layout');
    if (!result.ok && result.refusal === 'address-of-staff') return refusedField('mailAddresses', result.refusal);
    return answer(result);
  },
);

export const changeContactsAction = formAction(
  { ...WIDENS, schema: contactsSchema },
  async ({ userId, phoneNumbers: input, ...contacts }, { services: { administration }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    const phoneNumbers = parsePhoneNumbers(input);
    if (!phoneNumbers) return refusedField('phoneNumbers', 'phone-numbers-invalid' as const);
    const result = await changeContacts(administration, signedIn, { userId }, { phoneNumbers, ...contacts }, origin);
    // The fields show what is saved now.
    if (!result.ok && result.refusal === 'changed-meanwhile') revalidatePath('/helpdesk', 'layout');
    if (!result.ok && result.refusal === 'manager-unknown') return refusedField('managerUserId', result.refusal);
    return answer(result);
  },
);

function changeAction<Refusal extends string>(rule: typeof REDUCES | typeof WIDENS, change: Change<Refusal>) {
  return formAction<typeof userSchema, StaffCode<Refusal> | 'accounts-elsewhere'>(
    { ...rule, schema: userSchema },
    async ({ userId }, { services: { administration }, signedIn, origin }) => {
      if (!administration) return refused('accounts-elsewhere');
      return answer(await change(administration, signedIn, { userId, domain: signedIn.user.domain }, origin));
    },
  );
}

function answer<Refusal extends string>(result: Result<unknown, Refusal>) {
  if (!result.ok) return refused(result.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
