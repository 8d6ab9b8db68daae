import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ControlServer } from '../../kit/control/control-server';
import { calledAs } from '../called-as.mjs';
import { HELP_OPTION } from '../run-command';
import { lastSite, PHONE_USAGE, type Terminal } from './run-phone';

/**
 * The command `phone --control`: serves until it is stopped.
 * @returns its exit code: 0 stopped or help, 2 wrong usage
 */
export async function controlPhones(args: string[], { say, complain }: Terminal): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    complain(`Give a port: ${calledAs('phone')} --control 8701 [--gateway URL]`);
    return 2;
  }
  if (options === 'help') {
    say(PHONE_USAGE);
    return 0;
  }
  const control = await ControlServer.open(options.siteUrl, options.port);
  say(`Phones for ${options.siteUrl} are at ${control.url}, described at ${control.url}/openapi.json`);
  const stopping = new AbortController();
  const stopped = ['SIGTERM', 'SIGINT'].map((signal) =>
    once(process, signal, { signal: stopping.signal }).catch(() => {}),
  );
  await Promise.race(stopped);
  stopping.abort();
  await control.close();
  return 0;
}

function readOptions(args: string[]): { port: number; siteUrl: string } | 'help' | null {
  try {
    const { values } = parseArgs({
      args,
      options: { control: { type: 'string' }, gateway: { type: 'string' }, ...HELP_OPTION },
    });
    if (values.help) return 'help';
    const port = Number(values.control);
    const siteUrl = values.gateway ?? lastSite();
    return /^\d{1,5}$/.test(values.control ?? '') && port <= 65_535 && URL.canParse(siteUrl) ? { port, siteUrl } : null;
  } catch {
    return null;
  }
}
