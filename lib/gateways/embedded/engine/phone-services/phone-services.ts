import { DEVICE_CODE_DIGITS, SIGNATURE_DIGITS } from '../../../../shared/codes/typed-code';
import { accept, refuse } from '../../../../shared/result';
import { COPY_SERVICES } from './copy-services';
import { DEVICE_SERVICES } from './device-services';
import { generateActivationData } from './generate-activation-data';
import { generateEphemeralKey } from './generate-ephemeral-key';
import { LOGIN_SERVICES } from './login-services';
import { mdlAddDevice, mdlActivate } from './mdl-add-device';
import { PUSH_SERVICES } from './push-services';
import type { Service } from './service-refusal';
import {
  readDescription,
  readDigits,
  readHex,
  readHexBytes,
  readName,
  readRegistrationIdentifier,
} from './service-fields';
import { updateNotificationId } from './update-notification-id';

const invalid = refuse('invalid-parameter');

/** By path below `/rest/v2/`; names are case-sensitive (OneSpan §3.1). */
export const SERVICES: ReadonlyMap<string, Service> = new Map<string, Service>([
  [
    'provisioning/DSAPPSRPGenerateEphemeralKey',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const registrationIdentifier = readRegistrationIdentifier(fields['registrationIdentifier']);
        const clientEphemeralPublicKey = readHex(fields['clientEphemeralPublicKey'], context.srp.group.byteLength * 2);
        if (registrationIdentifier === null || clientEphemeralPublicKey === null) return invalid;
        return generateEphemeralKey(context, { registrationIdentifier, clientEphemeralPublicKey });
      },
    },
  ],
  [
    'provisioning/DSAPPSRPGenerateActivationData',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const registrationIdentifier = readRegistrationIdentifier(fields['registrationIdentifier']);
        const clientEvidenceMessage = readHexBytes(fields['clientEvidenceMessage'], 32);
        if (registrationIdentifier === null || clientEvidenceMessage === null) return invalid;
        return generateActivationData(context, { registrationIdentifier, clientEvidenceMessage });
      },
    },
  ],
  [
    'provisioning/MdlAddDevice',
    {
      allowed: 'either',
      async run(context, fields) {
        const registrationIdentifier = readRegistrationIdentifier(fields['registrationIdentifier']);
        const deviceCode = readDigits(fields['deviceCode'], DEVICE_CODE_DIGITS);
        const description = readDescription(fields['description']);
        if (registrationIdentifier === null || deviceCode === null || description === null) return invalid;
        return mdlAddDevice(context, { registrationIdentifier, deviceCode, description });
      },
    },
  ],
  [
    'provisioning/MdlActivate',
    {
      allowed: 'either',
      async run(context, fields) {
        const registrationIdentifier = readRegistrationIdentifier(fields['registrationIdentifier']);
        const signature = readDigits(fields['signature'], SIGNATURE_DIGITS);
        if (registrationIdentifier === null || signature === null) return invalid;
        return mdlActivate(context, { registrationIdentifier, signature });
      },
    },
  ],
  [
    'provisioning/getServerTime',
    {
      allowed: 'either',
      run: ({ clock }) => Promise.resolve(accept({ serverTime: Math.floor(clock.now().getTime() / 1_000) })),
    },
  ],
  [
    'notification/push/updateNotificationID',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const userID = readName(fields['userID'], 1);
        const domain = readName(fields['domain'], 0);
        const digipassInstanceID = readName(fields['digipassInstanceID'], 1);
        const encryptedNotificationID = readHexBytes(fields['encryptedNotificationID'], 4_096);
        if (userID === null || domain === null || digipassInstanceID === null || encryptedNotificationID === null)
          return invalid;
        return updateNotificationId(context, { userID, domain, digipassInstanceID, encryptedNotificationID });
      },
    },
  ],
  ...LOGIN_SERVICES,
  ...DEVICE_SERVICES,
  ...PUSH_SERVICES,
  ...COPY_SERVICES,
]);
