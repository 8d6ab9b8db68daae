import { fetchJson } from './fetch-json';
import { GatewayFailure } from './gateway-failure';
import { untilNotBusy } from './until-answered';

/** Where the phone finds its gateway. */
export type GatewayAddress = {
  /** Services are at `<gatewayUrl>/rest/v2/…`; no slash at the end. */
  gatewayUrl: string;
  /** What the seventh field of an activation image must say if it is there. */
  gatewayId: string;
  frontEndKey: string;
  /** For how many seconds after it was issued an image begins an activation; not there when the website does not say. */
  imageSeconds?: number;
};

/**
 * Asks a website for the address of its gateway: `GET /authenticator/config.json`.
 * @param siteUrl address of the website, with or without a slash at the end
 * @throws GatewayFailure when it does not answer, or has no gateway for this phone
 */
export async function fetchGatewayAddress(siteUrl: string): Promise<GatewayAddress> {
  const address = `${siteUrl.replace(/\/+$/, '')}/authenticator/config.json`;
  const { status, json } = await untilNotBusy(() => fetchJson(address, {}));
  const { gatewayUrl, gatewayId, frontEndKey, imageSeconds } = json;
  if (
    status !== 200 ||
    typeof gatewayUrl !== 'string' ||
    typeof gatewayId !== 'string' ||
    typeof frontEndKey !== 'string'
  ) {
    throw new GatewayFailure('malformed-reply');
  }
  const told = { gatewayUrl: gatewayUrl.replace(/\/+$/, ''), gatewayId, frontEndKey };
  return typeof imageSeconds === 'number' ? { ...told, imageSeconds } : told;
}
