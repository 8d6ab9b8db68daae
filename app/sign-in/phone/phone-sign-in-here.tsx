'use client';

import type { ComponentProps } from 'react';
import { PhoneSignIn } from '@/components/site/phone-sign-in/phone-sign-in';

/** Loaded on demand, because only touch devices look for accounts. */
const findAccountsHere = async () => (await import('@/components/phone/accounts/accounts-here')).accountsHere();

/** The page with the app of this browser. */
export function PhoneSignInHere(props: Omit<ComponentProps<typeof PhoneSignIn>, 'findAccountsHere'>) {
  return <PhoneSignIn {...props} findAccountsHere={findAccountsHere} />;
}
