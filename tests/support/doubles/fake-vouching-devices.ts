import type {
  DeviceProofRefusal,
  TypedOneTimePassword,
  VouchingDevices,
  VouchingSummary,
} from '@/lib/accounts/proofs/vouching-devices';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';

/** Devices of one user, whose one-time passwords work once. Without any valid one there is no device. */
export class FakeVouchingDevices implements VouchingDevices {
  readonly valid = new Set<string>();
  #hasAny = false;

  async hasAny(): Promise<boolean> {
    this.#hasAny ||= this.valid.size > 0;
    return this.#hasAny;
  }

  async mayVouch(): Promise<boolean> {
    return true;
  }

  async isOnlyDevice(): Promise<boolean> {
    return this.hasAny();
  }

  async describe(): Promise<VouchingSummary> {
    const hasAny = await this.hasAny();
    const devices = hasAny ? [{ name: 'Pixel 9', state: 'active' as const, trustedFrom: null }] : [];
    const codeDevices = hasAny ? [{ instanceId: 'VDS1000001-1', name: 'Pixel 9' }] : [];
    return { devices, hasAny, mayVouch: hasAny, takesCodes: true, codeDevices, trustedNext: null };
  }

  async verifyOneTimePassword(
    _user: UserKey,
    { typed }: TypedOneTimePassword,
  ): Promise<Result<null, DeviceProofRefusal>> {
    await this.hasAny();
    return this.valid.delete(typed) ? accept(null) : refuse('one-time-password-wrong');
  }
}
