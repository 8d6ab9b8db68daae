/** Who helps people with this site, and how to reach them. */
export type HelpdeskContact = { name: string; phone: string | null; email: string | null; hours: string | null };
