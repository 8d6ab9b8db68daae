/** Who helps people with this site, and how to reach them. */
export type HelpdeskContact = { name: string; phone: string | null; email: string | null; hours: string | null };

/** "IT Service Desk · +49 30 12 34 · help@example.org · Mon to Fri, 8:00 to 18:00", for plain text. */
export function contactLine({ name, phone, email, hours }: HelpdeskContact): string {
  return [name, phone, email, hours].filter((part) => part !== null).join(' · ');
}
