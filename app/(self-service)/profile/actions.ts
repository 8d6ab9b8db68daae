'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ownContext } from '@/lib/audit/audit-context';
import { changeOwnNumbers, parsePhoneNumbers } from '@/lib/helpdesk/administration/change-contacts';
import {
  changeOwnAddresses,
  changeOwnLanguage,
  parseMailAddresses,
} from '@/lib/helpdesk/administration/change-details';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { changePassword } from '@/lib/accounts/sign-in/change-password';
import { endOneSession, endOtherSessions } from '@/lib/accounts/sessions/own-sessions';
import { signOutEverywhere } from '@/lib/accounts/sessions/sign-out';
import { adoptTimeZone, chooseTimeZone } from '@/lib/accounts/users/choose-time-zone';
import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { sha256OfText } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { traceOf } from '@/lib/shared/request-origin';
import { LANGUAGES } from '@/lib/shared/language';
import { findTimeZone } from '@/lib/shared/time/time-zone';
import { caseCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { clearSessionCookie } from '@/lib/server/web/sessions/session-cookie';
import { formAction } from '@/lib/server/web/actions/form-action';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

const changePasswordSchema = z.object({
  currentPassword: password,
  newPassword: password,
  newPasswordAgain: password,
});

export const changePasswordAction = formAction(
  { permission: 'profile:change', schema: changePasswordSchema, proof: null },
  async ({ currentPassword, newPassword, newPasswordAgain }, { services, signedIn, origin }) => {
    const passwords = { current: currentPassword, new: newPassword, again: newPasswordAgain };
    const changedPassword = await changePassword(services.accounts, signedIn, passwords, origin);
    if (changedPassword.ok) {
      revalidatePath('/profile');
      return { status: 'done' };
    }
    const { refusal } = changedPassword;
    if (typeof refusal === 'string') return { status: 'refused', code: refusal };
    const errors = { currentPassword: refusal.current, newPassword: refusal.new, newPasswordAgain: refusal.again };
    return { status: 'refused', code: 'invalid-input', errors };
  },
);

/** Five addresses, of at most 254 characters each. */
const addressList = z.string().max(1_500);
const addressesSchema = z.object({ mailAddresses: addressList, shown: addressList });

export const changeAddressesAction = formAction(
  { permission: 'profile:change', schema: addressesSchema, proof: 'change-address' },
  async ({ mailAddresses: input, shown }, { services, signedIn, origin }) => {
    const { administration } = services;
    if (!administration) return { status: 'refused', code: 'addresses-changed-elsewhere' };
    const mailAddresses = parseMailAddresses(input);
    if (!mailAddresses) return { status: 'refused', code: 'mail-address-invalid' };
    const result = await changeOwnAddresses(administration, signedIn, { mailAddresses, shown }, origin);
    // The field shows what is saved now.
    if (result.ok || result.refusal === 'changed-meanwhile') revalidatePath('/profile');
    return result.ok ? { status: 'done' } : { status: 'refused', code: result.refusal };
  },
);

/** Five numbers, of at most 16 characters each without the spaces. */
const numbersSchema = z.object({ phoneNumbers: z.string().max(400).default(''), shown: z.string().max(1_000) });

export const changeNumbersAction = formAction(
  { permission: 'profile:change', schema: numbersSchema, proof: 'change-address' },
  async ({ phoneNumbers: input, shown }, { services, signedIn, origin }) => {
    const { administration } = services;
    if (!administration) return { status: 'refused', code: 'numbers-changed-elsewhere' };
    const phoneNumbers = parsePhoneNumbers(input);
    if (!phoneNumbers) return { status: 'refused', code: 'phone-numbers-invalid' };
    const result = await changeOwnNumbers(administration, signedIn, { phoneNumbers, shown }, origin);
    // The field shows what is saved now.
    if (result.ok || result.refusal === 'changed-meanwhile') revalidatePath('/profile');
    return result.ok ? { status: 'done' } : { status: 'refused', code: result.refusal };
  },
);

/** @see OwnSession.handle */
const sessionSchema = z.object({ handle: z.string().regex(/^[0-9a-f]{64}$/) });

export const endSessionAction = formAction(
  { permission: 'profile:change', schema: sessionSchema, proof: null },
  async ({ handle }, { services, signedIn, origin }) => {
    const result = await endOneSession(services.helpdesk, signedIn, handle, origin);
    revalidatePath('/profile');
    return result.ok ? { status: 'done' } : { status: 'refused', code: result.refusal };
  },
);

export const freezeAction = formAction(
  { permission: 'profile:change', schema: z.object({}), proof: null },
  async (_input, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    const holder = generateBrowserSecret(systemRandom);
    const press = { trace: traceOf(origin), holderHash: await sha256OfText(holder) };
    await freezeAccount(helpdesk, signedIn.user, 'person', ownContext(signedIn.user, origin), press);
    await clearSessionCookie();
    await caseCookie.write(holder);
    redirect('/frozen');
  },
);

const languageSchema = z.object({ language: z.enum(LANGUAGES) });

export const chooseLanguageAction = formAction(
  { permission: 'profile:change', schema: languageSchema, proof: null },
  async ({ language }, { services, signedIn, origin }) => {
    const { administration } = services;
    if (!administration) return { status: 'refused', code: 'not-permitted' };
    const result = await changeOwnLanguage(administration, signedIn, language, origin);
    if (!result.ok) return { status: 'refused', code: result.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

/** A city, or the name of a zone. */
const timeZoneSchema = z.object({ timeZone: z.string().max(64) });

export const chooseTimeZoneAction = formAction(
  { permission: 'profile:change', schema: timeZoneSchema, proof: null },
  async ({ timeZone }, { services, signedIn, origin }) => {
    const zone = findTimeZone(timeZone);
    if (zone === null)
      return { status: 'refused', code: 'invalid-input', errors: { timeZone: 'time-zone-unknown' as const } };
    const result = await chooseTimeZone(services.accounts, signedIn, zone, origin);
    if (!result.ok) return { status: 'refused', code: result.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

/** What a browser calls its zone; one that this site does not know is left alone. */
export const adoptTimeZoneAction = formAction(
  { permission: 'profile:change', schema: timeZoneSchema, proof: null },
  async ({ timeZone }, { services, signedIn, origin }) => {
    const zone = findTimeZone(timeZone);
    if (zone !== null) await adoptTimeZone(services.accounts, signedIn, zone, origin);
    return { status: 'done' };
  },
);

/** A ticked box is sent as `on`, one without a tick not at all. */
const signOutSchema = z.object({ staysHere: z.literal('on').optional() });

export const signOutEverywhereAction = formAction(
  { permission: 'profile:change', schema: signOutSchema, proof: null },
  async ({ staysHere }, { services, signedIn, origin }) => {
    if (staysHere) {
      await endOtherSessions(services.accounts, signedIn, origin);
      revalidatePath('/profile');
      return { status: 'done' };
    }
    await signOutEverywhere(services.accounts, signedIn, origin);
    await clearSessionCookie();
    redirect('/sign-in');
  },
);
