import type { DirectoryCapabilities, OffReason } from '@/lib/authenticators/directory-capabilities';

const REASONS: Record<OffReason, string> = {
  'not-offered': 'the activation service has no such function',
  'not-documented': 'the maker of the activation service does not publish how to ask for it; use its own console',
  'not-permitted': 'the activation service does not let this site ask for it',
};

const VERBS = { lock: 'Lock', remove: 'Remove' } as const;

/** What staff would do to a device and the gateway does not do for this site, each in a sentence with the reason. */
export function offWords(capabilities: DirectoryCapabilities): string[] {
  return (['lock', 'remove'] as const).flatMap((verb) => {
    const capability = capabilities[verb];
    return capability === true ? [] : [`${VERBS[verb]}: ${REASONS[capability]}.`];
  });
}
