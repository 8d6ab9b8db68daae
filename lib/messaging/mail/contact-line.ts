import type { HelpdeskContact } from '../../shared/helpdesk-contact';

/** "IT Service Desk · +49 30 1234 · help@example.org · Mon to Fri, 8:00 to 18:00". */
export function contactLine({ name, phone, email, hours }: HelpdeskContact): string {
  return [name, phone, email, hours].filter((part) => part !== null).join(' · ');
}
