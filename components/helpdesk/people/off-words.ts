import { OFF_WORDS } from '@/components/devices/hold-words';
import type { DirectoryCapabilities } from '@/lib/devices/authenticator-directory';

const VERBS = { lock: 'Lock', remove: 'Remove' } as const;

/** What staff would do to a device and the gateway does not do for this site, each in a sentence with the reason. */
export function offWords(capabilities: DirectoryCapabilities): string[] {
  return (['lock', 'remove'] as const).flatMap((verb) => {
    const capability = capabilities[verb];
    return capability === true ? [] : [`${VERBS[verb]}: ${OFF_WORDS[capability]}.`];
  });
}
