import type { Due, Linked } from '../../phone/activation/activation-steps';
import { beginActivation } from '../../phone/activation/begin-activation';
import { driveActivation, makeLastConnection, type ActivationStorage } from '../../phone/activation/drive-activation';
import { fetchDeviceDetails } from '../../phone/device-details';
import { GatewayFailure } from '../../phone/gateway-failure';
import { fetchGatewayAddress } from '../../phone/gateway-address';
import type { Instance } from '../../phone/accounts/instance';
import type { CodeSource } from '../../phone/site/judge-image';
import { pinSite } from '../../phone/site/pin-site';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import type { SiteKeyPins } from '../../phone/site/site-key-pins';
import { verifyIssuer } from '../../phone/site/verify-issuer';
import type { Bytes } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { tilesOf, type Mosaic } from '../../shared/codes/mosaic';
import { mosaicInWords } from '../../shared/language/mosaic-in-words';
import type { Result } from '../../shared/result';
import type { PendingFile, TerminalPending } from './pending-file';
import { detailsLines, issuerLine, ownerName, PENDING_LINE, reportLine } from './phone-lines';
import type { PhoneProblem } from '../../phone/phone-problem';

export type ActivatePhoneInput = {
  /** From an image, a link or `--payload`. */
  code: ScannedCode;
  source: CodeSource;
  siteUrl: string;
  pins: SiteKeyPins;
  /** The caller erases it once the instance is stored. */
  pending: PendingFile;
  description: string;
  /** Called after connection 3: the licence holds the rules for the PIN. */
  choosePin: (linked: Linked) => Promise<string>;
  say: (line: string) => void;
};

/**
 * Verifies the issuer and makes the four connections, or connection 4 alone if an earlier run had no answer to it. Prints a
 * line for each.
 * @throws GatewayFailure when the gateway fails; after connection 4 was sent the activation stays in `pending`
 */
export async function activatePhone(input: ActivatePhoneInput): Promise<Result<Instance, PhoneProblem>> {
  const { code, source, siteUrl, pins, pending, description, choosePin, say } = input;
  const gateway = await fetchGatewayAddress(siteUrl);
  const scanned = beginActivation(code.text, gateway, systemRandom);
  if (!scanned.ok) return scanned;
  const { payload } = scanned.value;
  say(`Activation for ${ownerName(payload)}, gateway ${gateway.gatewayUrl}`);
  const site = { origin: new URL(siteUrl).origin, pins };
  const onReport = (isHeard: boolean) => say(reportLine(isHeard));
  const issuer = await verifyIssuer(site, code, { source, userId: payload.userId }, { onReport });
  if (!issuer.ok) return issuer;
  say(issuerLine(issuer.value));

  const storage: ActivationStorage<TerminalPending, Instance> = {
    keep: async (pendingKey) => pending.keep(pendingKey, new Date()),
    store: async (pendingFound, owner) => ({ ...pendingFound.instance, ...owner }),
    discard: async () => pending.erase(),
  };
  const findPending = () => pending.find(payload.registrationIdentifier, new Date());
  const terminalPending = findPending();
  // Not after a restart: the key is kept under the PIN alone.
  const unlocked: { key: Bytes | null } = { key: null };
  const activating = terminalPending
    ? makeLastConnection(terminalPending, true, storage)
    : driveActivation(scanned.value, {
        random: systemRandom,
        description,
        choosePin: async (linked) => {
          unlocked.key = linked.instanceKey;
          return choosePin(linked);
        },
        onConnected: (next) => say(connectedLine(next)),
        storage,
      });
  const instance = await activating.catch((error: unknown) => {
    if (error instanceof GatewayFailure && findPending()) say(PENDING_LINE);
    throw error;
  });
  if (!instance.ok) return instance;
  say('4 of 4: device activated');
  await pinSite(site);
  const { instanceId } = instance.value;
  const { key } = unlocked;
  const details = key && (await fetchDeviceDetails(gateway, { instanceId, instanceKey: key }, systemRandom));
  for (const line of details && details !== 'frozen' ? detailsLines(details) : []) say(line);
  return instance;
}

/** To be compared with the page, before the PIN. */
function pictureLine(mosaic: Mosaic | null): string[] {
  return mosaic === null ? [] : [`Picture on the page: ${mosaicInWords(tilesOf(mosaic))}`];
}

function connectedLine(next: Due): string {
  switch (next.number) {
    case 1:
    case 2:
      return '1 of 4: keys exchanged';
    case 3:
      return `2 of 4: activation password proved, licence ${next.from.licence.serialNumber}`;
    case 4:
      return [`3 of 4: device linked as ${next.from.instanceId}`, ...pictureLine(next.from.mosaic)].join('\n');
  }
}
