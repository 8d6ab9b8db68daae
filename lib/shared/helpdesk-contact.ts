import { parseMailAddress } from './mail-address';

/** The helpdesk's name, and how to reach it. */
export type HelpdeskContact = { name: string; phone: string | null; email: string | null; hours: string | null };

const MAXIMUM_PART_LENGTH = 120;

/** What is wrong with a contact. */
export type ContactProblem = 'name-missing' | 'no-way-to-reach' | 'email-invalid' | 'part-invalid';

/** @returns null for a contact that mails and pages can show */
export function contactProblem({ name, phone, email, hours }: HelpdeskContact): ContactProblem | null {
  if ([name, phone, email, hours].some((part) => part !== null && !isOneLine(part))) return 'part-invalid';
  if (name === '') return 'name-missing';
  if ((phone ?? email) === null) return 'no-way-to-reach';
  return email !== null && parseMailAddress(email) === null ? 'email-invalid' : null;
}

function isOneLine(part: string): boolean {
  return part.length <= MAXIMUM_PART_LENGTH && !/\p{Cc}/u.test(part);
}

/** "Ann Agent, IT Service Desk". @param helpdesk null where nobody says who helps */
export function agentOf(displayName: string, helpdesk: Pick<HelpdeskContact, 'name'> | null): string {
  return helpdesk ? `${displayName}, ${helpdesk.name}` : displayName;
}
