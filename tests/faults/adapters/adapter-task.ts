import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Profile } from '../gateway-site';
import type { AdapterSettings, AdapterSite } from './adapter-site';

/** @property words what the page says then */
export type Tried = { isDone: boolean; words: string };

/** One person who makes the site ask its gateway. */
export type Trial = {
  /** @throws GatewayError */
  attempt: () => Promise<Tried>;
  /** What the page says where the gateway fails. */
  failing: string;
  /** What the server has of it. */
  kept: () => string;
  /** What holds although the page did not say so, found out by the site; null for nothing, and the person tries again. */
  findInForce?: () => Promise<string | null>;
  /** What the phone said. */
  phone?: () => string;
  close?: () => Promise<void>;
};

/** What the site does at its gateway for a person. */
export type AdapterTask = AdapterSettings & {
  name: string;
  /** Calls that it needs, by profile; each is a row. */
  calls: Partial<Record<Profile, readonly string[]>>;
  /** Whose calls fail; the authentication server’s or the cloud’s if left out. */
  urlOf?: (site: AdapterSite) => string;
  /** What comes before, while everything is right. */
  begin: (site: AdapterSite, gateway: OpenedGateway) => Promise<Trial>;
};

/** @throws TypeError when the settings of a task do not switch on what it uses */
export function required<Port>(port: Port | null): Port {
  if (port === null) throw new TypeError('the settings do not switch it on');
  return port;
}
