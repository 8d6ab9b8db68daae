import { bytesFromHex, concatBytes, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { KEY_BYTES } from '../provisioning-profile';

/** The plaintext of activation message 1. */
export type LicenceMessage = {
  /** `VDS` and seven digits. */
  serialNumber: string;
  /** 32 bytes, shared by all devices of the licence. */
  licenceKey: Bytes;
  /** Digits, 4 to 16. */
  pinMinimumLength: number;
  pinMaximumLength: number;
  notificationsEnabled: boolean;
  serverTime: Date;
};

const VERSION = 1;
const LENGTH = 54;

/** @throws RangeError when the serial number has not ten characters or the key not 32 bytes */
export function encodeLicenceMessage(message: LicenceMessage): Bytes {
  const serialNumber = utf8(message.serialNumber);
  if (serialNumber.length !== 10 || message.licenceKey.length !== KEY_BYTES) throw new RangeError('malformed licence');
  return concatBytes(
    Uint8Array.of(VERSION),
    serialNumber,
    message.licenceKey,
    Uint8Array.of(message.pinMinimumLength, message.pinMaximumLength, message.notificationsEnabled ? 1 : 0),
    bytesFromHex(message.serverTime.getTime().toString(16).padStart(16, '0')),
  );
}

export function decodeLicenceMessage(bytes: Bytes): Result<LicenceMessage, 'malformed-licence-message'> {
  if (bytes.length !== LENGTH || bytes[0] !== VERSION) return refuse('malformed-licence-message');
  const serialNumber = String.fromCharCode(...bytes.subarray(1, 11));
  const [pinMinimumLength = 0, pinMaximumLength = 0, notifications = 2] = bytes.subarray(43, 46);
  const milliseconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(46);
  const isPinPolicySound = pinMinimumLength >= 4 && pinMinimumLength <= pinMaximumLength && pinMaximumLength <= 16;
  if (
    !/^[A-Z0-9]{3}\d{7}$/.test(serialNumber) ||
    !isPinPolicySound ||
    notifications > 1 ||
    milliseconds > 8_640_000_000_000_000n
  ) {
    return refuse('malformed-licence-message');
  }
  return accept({
    serialNumber,
    licenceKey: bytes.slice(11, 43),
    pinMinimumLength,
    pinMaximumLength,
    notificationsEnabled: notifications === 1,
    serverTime: new Date(Number(milliseconds)),
  });
}
