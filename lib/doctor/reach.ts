import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { failed, ok, type Finding } from './finding';
import type { Endpoint } from './endpoint';

/** Whether the host has an address. */
export async function nameFinding({ url, variables }: Endpoint): Promise<Finding> {
  const { hostname } = new URL(url);
  try {
    const addresses = await lookup(withoutBrackets(hostname), { all: true });
    return ok(`${hostname} is ${addresses.map(({ address }) => address).join(' and ')}`);
  } catch (error) {
    return failed(
      `no address is known for ${hostname} (${codeOf(error)})`,
      `Correct the host in ${variables.address}, or the name servers of this machine.`,
    );
  }
}

/** Whether somebody listens there. */
export async function portFinding({ url, variables, addressIs }: Endpoint, timeLimitMs: number): Promise<Finding> {
  const { hostname, port } = new URL(url);
  const number = Number(port || 443);
  const socket = connect({ host: withoutBrackets(hostname), port: number });
  const timer = AbortSignal.timeout(timeLimitMs);
  try {
    await once(socket, 'connect', { signal: timer });
    return ok(`${number} takes connections`);
  } catch (error) {
    return timer.aborted
      ? failed(`${number} does not answer`, 'Let this machine through the firewalls to that port.')
      : failed(
          `${number} takes no connections (${codeOf(error)})`,
          `Start the server, or correct the port in ${variables.address}, which is ${addressIs}.`,
        );
  } finally {
    socket.destroy();
  }
}

function withoutBrackets(hostname: string): string {
  return hostname.replaceAll(/^\[|\]$/g, '');
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'no reason given';
}
