import type { CaseSummary } from '@/lib/helpdesk/desk/cases/open-cases';
import type { Message } from '@/lib/shared/language/t';

export const CASE_WORDS = {
  'lost-phone': 'Phone lost',
  frozen: 'Account frozen',
} as const satisfies Record<CaseSummary['about'], Message>;

/** What whoever opened it has proved: one thing, which a thief may have as well. */
export const PROOF_WORDS = {
  password: 'Password',
  'mailed-code': 'Code by email',
  session: 'Signed in',
  phone: 'A phone of theirs',
  link: 'Link from an email',
} as const satisfies Record<CaseSummary['proof'], Message>;
