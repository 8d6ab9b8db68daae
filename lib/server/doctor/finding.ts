/** The result of a check, in words for the operator. A problem has a fix. */
export type Finding =
  | { verdict: 'ok' | 'skipped'; words: string }
  /** A warning does not impair anything yet. */
  | { verdict: 'warning' | 'failed'; words: string; fix: string };

export function ok(words: string): Finding {
  return { verdict: 'ok', words };
}

/** @param because reason for skipping the check */
export function skipped(because: string): Finding {
  return { verdict: 'skipped', words: `because ${because}` };
}

export function warning(words: string, fix: string): Finding {
  return { verdict: 'warning', words, fix };
}

export function failed(words: string, fix: string): Finding {
  return { verdict: 'failed', words, fix };
}

export type Check = {
  name: string;
  /** The check that must pass first; null for none. */
  needs: string | null;
  /** @throws GatewayError when the gateway fails */
  run: () => Promise<Finding>;
};
