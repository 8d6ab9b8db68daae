import type { Exchange } from './exchange';

/**
 * What answering a request means for a server that has too much to do. `light` costs next to nothing, or is held with limits
 * of its own. `begun` belongs to something under way, which is to end well. `first-connection` is a phone's that has read an
 * image. `new` is everything else: pages, starts, sign-ins.
 */
export type WorkKind = 'light' | 'begun' | 'first-connection' | 'new';

const LIGHT = /^\/(_next\/|icon\.|\.well-known\/|api\/(health|metrics)$|api\/.*\/status$|api\/authenticator\/)/;
const BEGUN = /^\/(rest\/v2\/|api\/activations\/|activations\/act-)/;
const FIRST_CONNECTION = '/rest/v2/provisioning/DSAPPSRPGenerateEphemeralKey';

export function workKind({ path }: Pick<Exchange, 'path'>): WorkKind {
  if (path === FIRST_CONNECTION) return 'first-connection';
  if (BEGUN.test(path)) return LIGHT.test(path) ? 'light' : 'begun';
  return LIGHT.test(path) ? 'light' : 'new';
}
