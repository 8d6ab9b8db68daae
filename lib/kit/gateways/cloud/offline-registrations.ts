import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

/**
 * Unknown, ended, out of order or not proved, which the cloud does not distinguish. The number is the class's first
 * (OneSpan §5.4).
 */
const notFound = () => cloudFailure(400, 'The registration session was not found', { retCode: -1_299 });

/** `POST registrations/{registrationID}/add-device` (OneSpan §5.1, §5.2). */
export const addDevice: Endpoint = {
  method: 'POST',
  path: 'registrations/{registrationID}/add-device',
  async answer(server, { body }, registrationID = '') {
    const read = readBody(body, { deviceCode: 'string' });
    if (!read.ok) return read.failure;
    const { deviceCode = '' } = read.fields;
    const result = await server.gateway.addOfflineDevice({ registrationIdentifier: registrationID, deviceCode });
    const registration = await server.store.findRegistration(registrationID);
    if (!result.ok || !registration) return notFound();
    return cloudReply(200, {
      activationMessage2: result.value.activationMessage2,
      activationType: 'offlineMDL',
      deviceStatus: 'pending',
      deviceType: 'DAL10',
      domain: registration.licence.domain,
      registrationID,
      serialNumber: registration.licence.serialNumber,
      userID: registration.licence.userId,
    });
  },
};

/** `POST registrations/{registrationID}/activate` (OneSpan §5.1); its answer is not documented. */
export const activate: Endpoint = {
  method: 'POST',
  path: 'registrations/{registrationID}/activate',
  async answer(server, { body }, registrationID = '') {
    const read = readBody(body, { signature: 'string' });
    if (!read.ok) return read.failure;
    const { signature = '' } = read.fields;
    const activated = await server.gateway.activateOffline({ registrationIdentifier: registrationID, signature });
    return activated.ok ? cloudReply(200, {}) : notFound();
  },
};
