/** "jane.doe · example.org" */
export function ownerWords({ userId, domain }: { userId: string; domain: string }): string {
  return domain ? `${userId} · ${domain}` : userId;
}
