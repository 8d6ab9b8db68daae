import { ALL_CHECKS } from './all-checks';
import type { Check, CheckContext, Need } from './check';
import { Deviation, Unavailable } from './deviation';
import { describe } from './endpoint';
import { NO_ACTIVATIONS } from './registrar';

export type Outcome =
  | { kind: 'passed' }
  | { kind: 'failed'; expected: string; seen: string }
  | { kind: 'skipped'; reason: string };

export type CheckResult = Pick<Check, 'id' | 'title' | 'clause'> & { outcome: Outcome; durationMs: number };

export type Report = {
  url: string;
  profile: CheckContext['profile'];
  startedAt: Date;
  durationMs: number;
  groups: { name: string; results: CheckResult[] }[];
};

export type Target = Omit<CheckContext, 'reachEndOfTime'> & {
  /** Null when there is no way to. */
  reachEndOfTime: CheckContext['reachEndOfTime'] | null;
};

/**
 * Makes every check whose prerequisites are met, one after the other.
 * @param only identifiers of the checks to make; omit for all
 * @param onResult called with each result at once
 */
export async function runConformance(
  target: Target,
  { only, onResult = () => {} }: { only?: readonly string[]; onResult?: (result: CheckResult) => void } = {},
): Promise<Report> {
  const startedAt = new Date();
  const start = performance.now();
  const groups: Report['groups'] = [];
  const silence = await findSilence(target);
  for (const { name, checks } of ALL_CHECKS) {
    const results: CheckResult[] = [];
    for (const check of checks) {
      if (only && !only.includes(check.id)) continue;
      const result = await make(check, target, silence);
      results.push(result);
      onResult(result);
    }
    if (results.length > 0) groups.push({ name, results });
  }
  const { endpoint, profile } = target;
  return { url: endpoint.url, profile, startedAt, durationMs: Math.round(performance.now() - start), groups };
}

export function resultsOf({ groups }: Report): CheckResult[] {
  return groups.flatMap(({ results }) => results);
}

/** Why nothing can be said of the endpoint at all; null when it answers. */
async function findSilence({ endpoint }: Target): Promise<string | null> {
  const answer = await endpoint.call('provisioning/getServerTime', {});
  return answer.status === null ? describe(answer) : null;
}

async function make(check: Check, target: Target, silence: string | null): Promise<CheckResult> {
  const { id, title, clause } = check;
  const start = performance.now();
  const outcome = silence === null ? await outcomeOf(check, target) : outcomeOfSilence(check, silence);
  return { id, title, clause, outcome, durationMs: Math.round(performance.now() - start) };
}

/** One failure, not dozens, if no server answers. */
function outcomeOfSilence({ id }: Check, silence: string): Outcome {
  const isFirst = ALL_CHECKS[0]?.checks[0]?.id === id;
  return isFirst ? failed('an answer', silence) : { kind: 'skipped', reason: `Nothing was asked: ${silence}.` };
}

async function outcomeOf(check: Check, target: Target): Promise<Outcome> {
  const reason = whyNot(check, target);
  if (reason !== null) return { kind: 'skipped', reason };
  const { reachEndOfTime } = target;
  try {
    await check.run({
      ...target,
      reachEndOfTime: reachEndOfTime ?? (() => Promise.reject(new TypeError('a check did not say that it needs time'))),
    });
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof Deviation) return failed(error.expected, error.seen);
    if (error instanceof Unavailable) return { kind: 'skipped', reason: error.message };
    throw error;
  }
}

function failed(expected: string, actual: string): Outcome {
  return { kind: 'failed', expected, seen: actual };
}

function whyNot({ needs = [], profile }: Check, target: Target): string | null {
  if (profile !== undefined && profile !== target.profile)
    return 'What the vendor’s gateway does here is published nowhere.';
  return needs.map((need) => lack(need, target)).find((reason) => reason !== null) ?? null;
}

function lack(need: Need, { registrar, reachEndOfTime, profile }: Target): string | null {
  switch (need) {
    case 'activation':
      return registrar.isThere ? null : NO_ACTIVATIONS;
    case 'same-person':
      if (!registrar.isThere) return NO_ACTIVATIONS;
      return registrar.choosesPeople
        ? null
        : 'Two activations of the same person cannot be had (--register with {person}, or --control).';
    case 'end-of-time':
      return reachEndOfTime
        ? null
        : 'The end of an activation’s time cannot be reached (--lifetime-seconds or --control).';
    case 'open-cryptography':
      return profile === 'embedded' ? null : 'The vendor’s cryptography is not public.';
  }
}
