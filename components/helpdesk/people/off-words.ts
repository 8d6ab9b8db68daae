import type { DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import { t, type Message } from '@/lib/language/t';
import { OFF_WORDS } from '../reissue/reissue-words';

const SENTENCES = {
  lock: 'Lock: {cause}.',
  remove: 'Remove: {cause}.',
} as const satisfies Partial<Record<keyof DirectoryCapabilities, Message>>;

/** One sentence for each staff action that the gateway does not offer this site, with the reason. */
export function offWords(capabilities: DirectoryCapabilities): string[] {
  return (['lock', 'remove'] as const).flatMap((action) => {
    const capability = capabilities[action];
    return capability === true ? [] : [t(SENTENCES[action], { cause: t(OFF_WORDS[capability]) })];
  });
}
