import { splitEvent } from '@/lib/audit/audit-record';
import type { AuditEvent } from '@/lib/audit/audit-event';

/** What is recorded of an event besides its type and its circumstances: names in words, values as they are stored. */
export function factDetails(event: AuditEvent): { term: string; description: string }[] {
  const { type: _type, ...details } = splitEvent(event).fact;
  return Object.entries(details).map(([name, value]) => ({ term: termOf(name), description: textOf(value) }));
}

/** `activationId` becomes "Activation ID". */
function termOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ id$/, ' ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(value: unknown): string {
  if (value === null) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
