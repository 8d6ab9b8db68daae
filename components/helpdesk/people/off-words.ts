import { OFF_WORDS } from '@/components/devices/hold-words';
import type { DirectoryCapabilities } from '@/lib/devices/authenticator-directory';

const VERBS = { lock: 'Lock', remove: 'Remove' } as const;

/** One sentence for each staff action that the gateway does not offer this site, with the reason. */
export function offWords(capabilities: DirectoryCapabilities): string[] {
  return (['lock', 'remove'] as const).flatMap((verb) => {
    const capability = capabilities[verb];
    return capability === true ? [] : [`${VERBS[verb]}: ${OFF_WORDS[capability]}.`];
  });
}
