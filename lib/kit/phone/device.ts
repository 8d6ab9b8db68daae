import type { LoginDevice } from '../../phone/login/login-steps';
import type { Issuer } from '../../phone/site/judge-image';
import type { Bytes } from '../../shared/bytes';

/** A device that a test phone has activated. */
export type Device = {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  userId: string;
  domain: string;
  /** Whether the image was proved to be the site's. */
  issuer: Issuer;
  /** Opened, because a test enters no PIN again. */
  instanceKey: Bytes;
};

export function loginDevice({ instanceId, userId, domain, instanceKey }: Device): LoginDevice {
  return { instanceId, userId, domain, instanceKey };
}
