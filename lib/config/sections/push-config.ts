import { z } from 'zod';
import { parsePushHost, type PushHost } from '../../shared/push-hosts';

/** Hosts of push services; none of them for `none`. */
export const pushHostsSchema = z.string().transform((text, context): PushHost[] => {
  const hosts = text.trim() === 'none' ? [] : text.split(',').map((part) => parsePushHost(part));
  if (!hosts.includes(null)) return hosts as PushHost[];
  context.addIssue('needs names of hosts such as push.example.org or *.push.example.org, separated by commas, or none');
  return z.NEVER;
});
