import { classifyCode } from '../../phone/scanning/classify-code';
import { finishOffline } from '../../phone/offline/finish-offline';
import { fetchGatewayAddress } from '../../phone/gateway-address';
import { GatewayFailure } from '../../phone/gateway-failure';
import type { Instance } from '../../phone/accounts/instance';
import type { Begun, OfflineLinked } from '../../phone/offline/offline-steps';
import { openSecondImage, beginOffline } from '../../phone/offline/offline-images';
import { isOfflineImageCurrent } from '../../phone/offline/offline-time-limit';
import { pinSite } from '../../phone/site/pin-site';
import { verifyIssuer } from '../../phone/site/verify-issuer';
import { checkLetter } from '../../shared/codes/check-letter';
import { systemRandom } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import { inGroups } from '../../shared/codes/typed-code';
import type { ActivatePhoneInput } from './activate-phone';
import { issuerLine, ownerName, reportLine } from './phone-lines';
import { sentenceFor, type PhoneProblem } from '../../phone/phone-problem';

export type ActivatePhoneOfflineInput = Omit<ActivatePhoneInput, 'choosePin' | 'pending'> & {
  choosePin: (linked: OfflineLinked) => Promise<string>;
  /** The text of the next image that the user gives; null at the end of the input. */
  nextImage: () => Promise<Result<string, PhoneProblem> | null>;
};

/** Activates by two images and two typed codes. Works without the website; where it answers, its gateway and keys are checked. */
export async function activatePhoneOffline(input: ActivatePhoneOfflineInput): Promise<Result<Instance, PhoneProblem>> {
  const { code, source, siteUrl, pins, description, choosePin, say } = input;
  const gateway = () => fetchGatewayAddress(siteUrl);
  const rememberedGateway = () => gateway().catch(nullWhenFailed);
  const result = await classifyCode(code.text, { gateway, rememberedGateway, random: systemRandom });
  if (!result.ok) return result;
  if (result.value.kind !== 'offline-activation') return refuse('not-an-activation-payload');
  const { message } = result.value;
  const { registrationIdentifier, userId, licence } = message;
  if (!isOfflineImageCurrent(message, new Date())) return refuse('offline-too-old');
  say(`Activation for ${ownerName(message)} without a network, licence ${licence.serialNumber}`);
  const site = { origin: new URL(siteUrl).origin, pins };
  const onReport = (isHeard: boolean) => say(reportLine(isHeard));
  const issuer = await verifyIssuer(site, code, { source, userId }, { onReport });
  if (!issuer.ok) return issuer;
  say(issuerLine(issuer.value));

  const pending = await beginOffline(message, systemRandom, new Date());
  sayTyped('Device code', pending.deviceCode);
  const linked = await scanSecond(pending, input);
  if (!linked.ok) return linked;
  const pin = await choosePin(linked.value);
  const finished = await finishOffline(linked.value, { pin, description }, new Date());
  if (!finished.ok) return finished;
  sayTyped('Signature', finished.value.signed.signature);
  await pinSite(site);
  return accept(finished.value.instance);

  function sayTyped(name: string, value: string): void {
    say(`${name}: ${inGroups(value)}`);
    say(`Check letter: ${checkLetter(registrationIdentifier, value)}`);
  }
}

/** Reads images until one is the second of this activation. */
async function scanSecond(
  pending: Begun,
  { nextImage, say }: ActivatePhoneOfflineInput,
): Promise<Result<OfflineLinked, PhoneProblem>> {
  for (;;) {
    say('Type it on the website. Then give the second image: the name of a PNG file, or what the image says.');
    const image = await nextImage();
    if (!image) return refuse('no-second-image');
    const linked = image.ok ? await openSecondImage(pending, image.value) : image;
    if (linked.ok) return linked;
    say(sentenceFor(linked.refusal));
  }
}

function nullWhenFailed(error: unknown): null {
  if (error instanceof GatewayFailure) return null;
  throw error;
}
