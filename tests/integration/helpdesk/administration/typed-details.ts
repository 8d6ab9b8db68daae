import { parseDetails, type TypedDetails } from '@/lib/helpdesk/administration/account-details';

export const TYPED: TypedDetails = {
  displayName: ' Max  Poe ',
  mailAddresses: 'max.poe@Example.org\nmax@home.example\n',
  language: 'de',
  group: '',
};

/** What was typed, as the core takes it. */
export function details(changes: Partial<TypedDetails> = {}) {
  const parsed = parseDetails({ ...TYPED, ...changes });
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.value;
}
