/** The helpdesk's name, and how to reach it. */
export type HelpdeskContact = { name: string; phone: string | null; email: string | null; hours: string | null };

/** "Ann Agent, IT Service Desk". @param helpdesk null where nobody says who helps */
export function agentOf(displayName: string, helpdesk: Pick<HelpdeskContact, 'name'> | null): string {
  return helpdesk ? `${displayName}, ${helpdesk.name}` : displayName;
}
