import { isOfThisMachine, type PushHost } from '../../shared/push-hosts';
import { SECOND } from '../../shared/time/duration';
import { ok, skipped, warning, type Check, type Finding } from './finding';

const TIME_LIMIT_MS = 5 * SECOND;

/** A host to ask where the settings name all below one. Microsoft's are of regions, and a browser's subscription names its own. */
const STANDS_FOR: Readonly<Partial<Record<string, string>>> = { '*.push.apple.com': 'web.push.apple.com' };

/**
 * Whether each push service answers at all, past proxies of the environment, as the site calls it. A warning at most: phones
 * whose app is open get their requests without.
 */
export function pushChecks(hosts: readonly PushHost[]): Check[] {
  return hosts.map((host) => ({ name: `notifications by ${host}`, needs: null, run: () => hostFinding(host) }));
}

async function hostFinding(setting: PushHost): Promise<Finding> {
  const host = STANDS_FOR[setting] ?? setting;
  if (host.startsWith('*.')) return skipped('it stands for many hosts, of which each phone names its own');
  try {
    const scheme = isOfThisMachine(host) ? 'http' : 'https';
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    const { status } = await fetch(`${scheme}://${host}/`, { method: 'HEAD', redirect: 'manual', signal });
    return ok(`${host} answers (HTTP ${status})`);
  } catch (error) {
    return warning(
      `${host} cannot be reached (${reasonOf(error)}): phones that it serves hear of requests only while their app is open`,
      `Let this machine through the firewalls to ${host}, port 443, or leave it out of TESSERA_PUSH_HOSTS.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const { cause, name } = error;
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  return code ?? (name === 'TimeoutError' ? `no answer in ${TIME_LIMIT_MS / SECOND} s` : error.message);
}
