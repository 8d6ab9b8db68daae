import { beforeEach, describe, expect, it } from 'vitest';
import { perClaimedPerson } from '@/lib/accounts/sign-in/limits';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import { startsLeft } from '@/lib/activation/start/register-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const RIGHT = 'canary correct horse';
const WRONG = 'canary battery staple';

/** A gateway that registers with the person's password. @param current gives the ports, as new before each test */
export function gatewayCredentialSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
    fake.gateway.registerWith(RIGHT);
  });

  const start = (credential?: string) =>
    startActivation(fake.ports, JANE, { deviceName: '', startKey: null, credential }, ORIGIN);

  async function kept() {
    const pending = await fake.ports.store.findPending(JANE);
    if (pending?.state !== 'requested') throw new Error(`it is ${pending?.state}`);
    return pending;
  }

  async function answerAgain(): Promise<void> {
    fake.gateway.isReachable = true;
    fake.pass(3 * SECOND);
    const faults: unknown[] = [];
    await watchActivations(fake.ports, (error) => void faults.push(error), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  const recorded = async () => JSON.stringify(await fake.ports.audit.listFor(JANE, 100));

  describe('a gateway that registers with a credential', () => {
    it('the gateway gets the credential, of which nothing is left after the registration', async () => {
      const started = await start(RIGHT);
      expect(started).toMatchObject({ ok: true, value: { state: 'issued' } });
      expect(fake.gateway.credentials).toEqual([RIGHT]);
      expect(JSON.stringify(started)).not.toMatch(/canary|encryptedCredential/);
      expect(await recorded()).not.toContain('canary');
    });

    it.each([undefined, ''])('the gateway is not asked without a credential: %j', async (credential) => {
      expect(await start(credential)).toEqual({ ok: false, refusal: 'credential-missing' });
      expect(fake.gateway.credentials).toEqual([]);
    });

    it('a wrong credential is refused, does not count as a start, and is recorded without its value', async () => {
      expect(await start(WRONG)).toEqual({ ok: false, refusal: 'credential-refused' });
      expect(await startsLeft(fake.ports, JANE)).toMatchObject({ left: 5 });
      expect(await recorded()).toContain('credential-refused');
      expect(await recorded()).not.toContain('canary');
      expect(await start(RIGHT)).toMatchObject({ ok: true });
    });

    it('guesses at the credential are limited, and a right one resets the limit', async () => {
      const guess = async (times: number) => {
        for (let count = 0; count < times; count++) await start(WRONG);
      };
      await guess(perClaimedPerson('password', JANE, ORIGIN)[0].attempts - 1);
      const right = await start(RIGHT);
      if (!right.ok) throw new Error(right.refusal);
      await cancelActivation(fake.ports, signedInAs(JANE), right.value.id, ORIGIN);
      await guess(perClaimedPerson('password', JANE, ORIGIN)[0].attempts);
      expect(await start(RIGHT)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });

    it('an unreachable gateway leaves the credential encrypted, and is given it when it answers', async () => {
      fake.gateway.isReachable = false;
      await start(RIGHT);
      const { id, encryptedCredential } = await kept();
      expect(encryptedCredential).not.toBeNull();
      expect(JSON.stringify(await kept())).not.toContain('canary');
      await answerAgain();
      expect(fake.gateway.credentials).toEqual([RIGHT]);
      const issued = await fake.ports.store.find(id, 'example.org');
      expect(issued).toMatchObject({ state: 'issued' });
      expect(issued).not.toHaveProperty('encryptedCredential');
    });

    it('a wrong credential fails the activation when the gateway answers again', async () => {
      fake.gateway.isReachable = false;
      await start(WRONG);
      const { id } = await kept();
      await answerAgain();
      expect(await fake.ports.store.find(id, 'example.org')).toMatchObject({
        state: 'failed',
        reason: 'credential-refused',
      });
    });

    it('the credential of an activation that has ended is erased', async () => {
      fake.gateway.isReachable = false;
      await start(RIGHT);
      const cancelled = await cancelActivation(fake.ports, signedInAs(JANE), (await kept()).id, ORIGIN);
      await start(RIGHT);
      const { id } = await kept();
      fake.pass(DAY);
      await answerAgain();
      const expired = await fake.ports.store.find(id, 'example.org');
      expect([cancelled.ok && cancelled.value.state, expired?.state]).toEqual(['cancelled', 'expired']);
      for (const ended of [cancelled.ok && cancelled.value, expired])
        expect(JSON.stringify(ended)).not.toMatch(/canary|encryptedCredential/);
      expect(fake.gateway.credentials).toEqual([]);
    });

    it('an encrypted payload cannot be decrypted as a credential', async () => {
      fake.gateway.isReachable = false;
      await start(RIGHT);
      const { id, encryptedCredential } = await kept();
      await expect(fake.ports.encrypter.decrypt(encryptedCredential ?? '', id)).rejects.toThrow('belongs elsewhere');
    });
  });
}
