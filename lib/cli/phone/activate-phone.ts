import type { Linked } from '../../phone/activation/activation-steps';
import { beginActivation } from '../../phone/activation/begin-activation';
import { exchangeKeys } from '../../phone/activation/exchange-keys';
import { finishActivation } from '../../phone/activation/finish-activation';
import { fetchGatewayAddress } from '../../phone/gateway-address';
import type { Instance } from '../../phone/accounts/instance';
import type { CodeSource } from '../../phone/site/judge-image';
import { linkDevice } from '../../phone/activation/link-device';
import { obtainLicence } from '../../phone/activation/obtain-licence';
import { pinSite } from '../../phone/site/pin-site';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import type { SiteKeyPins } from '../../phone/site/site-key-pins';
import { untilAnswered } from '../../phone/until-answered';
import { systemRandom } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import type { PhoneProblem } from './phone-words';
import { verifyIssuer } from './verify-issuer';

export type ActivatePhoneInput = {
  /** What the image, the link or the typed credentials say. */
  code: ScannedCode;
  source: CodeSource;
  siteUrl: string;
  pins: SiteKeyPins;
  description: string;
  /** Asked for once the gateway has told its rules. */
  choosePin: (linked: Linked) => Promise<string>;
  say: (line: string) => void;
};

/** Who has issued it and the four connections, one line said for each. @throws GatewayFailure when the gateway fails */
export async function activatePhone({
  code,
  source,
  siteUrl,
  pins,
  description,
  choosePin,
  say,
}: ActivatePhoneInput): Promise<Result<Instance, PhoneProblem>> {
  const gateway = await fetchGatewayAddress(siteUrl);
  const scanned = beginActivation(code.text, gateway, systemRandom);
  if (!scanned.ok) return scanned;
  const { userId, domain } = scanned.value.payload;
  say(`Activation for ${domain ? `${userId} at ${domain}` : userId}, gateway ${gateway.gatewayUrl}`);
  const site = { origin: new URL(siteUrl).origin, pins };
  const told = await verifyIssuer(site, code, { source, userId, say });
  if (!told.ok) return told;

  const connected = await untilAnswered(() => exchangeKeys(scanned.value));
  if (!connected.ok) return connected;
  say('1 of 4: keys exchanged');

  const licensed = await untilAnswered(() => obtainLicence(connected.value, systemRandom));
  if (!licensed.ok) return licensed;
  say(`2 of 4: activation password proved, licence ${licensed.value.licence.serialNumber}`);

  const linked = await untilAnswered(() => linkDevice(licensed.value, description));
  if (!linked.ok) return linked;
  say(`3 of 4: device linked as ${linked.value.instanceId}`);

  const pin = await choosePin(linked.value);
  const instance = await untilAnswered((mayHaveWorked) =>
    finishActivation(linked.value, pin, new Date(), mayHaveWorked),
  );
  if (!instance.ok) return instance;
  say('4 of 4: device activated');
  await pinSite(site);
  return accept(instance.value);
}
