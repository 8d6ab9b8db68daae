/** What a check has found out, in words for whoever looks after the site. A problem comes with what mends it. */
export type Finding =
  | { verdict: 'ok' | 'skipped'; words: string }
  /** A warning is about what works today. */
  | { verdict: 'warning' | 'failed'; words: string; fix: string };

export function ok(words: string): Finding {
  return { verdict: 'ok', words };
}

/** @param because why it was not found out */
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
  /** The check that has to pass before this one makes sense; null for none. */
  needs: string | null;
  /** @throws GatewayError when the gateway fails */
  run: () => Promise<Finding>;
};
