/** The helpdesk's name, and how to reach it. */
export type HelpdeskContact = { name: string; phone: string | null; email: string | null; hours: string | null };
