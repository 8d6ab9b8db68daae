import type { HelpdeskContact } from '../shared/helpdesk-contact';
import { isJsonObject } from '../shared/json-object';
import { fetchJson } from './fetch-json';
import { GatewayFailure } from './gateway-failure';
import { untilNotBusy } from './until-answered';

export type GatewayAddress = {
  /** Base URL of `/rest/v2/…`, without a trailing slash. */
  gatewayUrl: string;
  /** The seventh field of an activation image, where it has one, must equal this. */
  gatewayId: string;
  frontEndKey: string;
  /** Origins of the website, one of which an image's link must have. Absent where whoever calls decides which website it is. */
  websites?: readonly string[];
  /** How many seconds after its issue an image can start an activation. Absent when the website does not publish it. */
  imageSeconds?: number;
  /** That the browser subscribes to push messages with, in base64url. Absent where the gateway sends none. */
  pushKey?: string;
  /** Whether the gateway keeps copies of phones. Absent at gateways that do not say. */
  offersCopies?: boolean;
  /** Who helps people with this website. Absent when it does not say. */
  helpdeskContact?: HelpdeskContact;
};

/**
 * Fetches `/authenticator/config.json` from a website.
 * @param siteUrl with or without a trailing slash
 * @throws GatewayFailure when the website does not answer, or publishes no gateway for this phone
 */
export async function fetchGatewayAddress(siteUrl: string): Promise<GatewayAddress> {
  const address = `${siteUrl.replace(/\/+$/, '')}/authenticator/config.json`;
  const { status, json } = await untilNotBusy(() => fetchJson(address, {}));
  const { gatewayUrl, gatewayId, frontEndKey, imageSeconds, pushKey, offersCopies, helpdeskContact } = json;
  if (
    status !== 200 ||
    typeof gatewayUrl !== 'string' ||
    typeof gatewayId !== 'string' ||
    typeof frontEndKey !== 'string'
  ) {
    throw new GatewayFailure('malformed-reply');
  }
  const fields = { gatewayUrl: gatewayUrl.replace(/\/+$/, ''), gatewayId, frontEndKey };
  return {
    ...fields,
    ...(typeof imageSeconds === 'number' && { imageSeconds }),
    ...(typeof pushKey === 'string' && { pushKey }),
    ...(offersCopies === true && { offersCopies }),
    ...(isHelpdeskContact(helpdeskContact) && { helpdeskContact }),
  };
}

function isHelpdeskContact(value: unknown): value is HelpdeskContact {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') return false;
  return ['phone', 'email', 'hours'].every((part) => value[part] === null || typeof value[part] === 'string');
}
