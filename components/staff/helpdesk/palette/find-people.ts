import { pause } from '@/lib/shared/async/pause';

export type FoundName = { userId: string; displayName: string };

/** Fewer characters find too many. */
const MINIMUM = 2;

/** Nobody waits for what they are still typing. */
const PAUSE_MS = 150;

/** People whom a text finds; none when the search fails, for the page has its own. */
export async function findPeople(input: string, signal: AbortSignal): Promise<FoundName[]> {
  if (input.trim().length < MINIMUM) return [];
  try {
    await pause(PAUSE_MS, signal);
    const response = await fetch(`/api/people?q=${encodeURIComponent(input)}`, { signal });
    if (!response.ok) return [];
    return ((await response.json()) as { people: FoundName[] }).people;
  } catch {
    return [];
  }
}
