import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/administration/change-account';
import { CODE_TRIES, type MailedPurpose } from '@/lib/administration/mailed-secret';
import { HOUR } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../support/doubles/fake-administration';

const NOTHING = { events: [], messages: [] };
const PURPOSE = 'forgotten-password';

forEachDatabase((_name, open) => {
  let world: FakeAdministration;
  let user: User;

  beforeAll(async () => {
    world = fakeAdministration(await open());
  });

  beforeEach(async () => {
    user = await world.add();
  });

  const secrets = () => world.ports.secrets;
  const now = () => world.clock.now();
  const keep = (secretHash: string, purpose: MailedPurpose = PURPOSE) =>
    secrets().keep({ user, purpose, secretHash, triesLeft: CODE_TRIES, expiresAt: world.clock.in(HOUR) }, NOTHING);

  it('a secret names its user, and until when it is good, for its purpose alone', async () => {
    const hash = `link of ${user.userId}`;
    await keep(hash, 'first-password');
    const { userId, domain } = user;
    const named = { userId, domain, expiresAt: world.clock.in(HOUR) };
    expect(await secrets().findByHash('first-password', hash)).toEqual(named);
    expect(await secrets().findByHash('forgotten-password', hash)).toBeNull();
  });

  it('a newer secret takes the place of the earlier one, and of no other purpose', async () => {
    const [first, second, link] = ['first', 'second', 'link'].map((name) => `${name} of ${user.userId}`) as [
      string,
      string,
      string,
    ];
    await keep(link, 'first-password');
    await keep(first);
    await keep(second);
    expect(await secrets().try(user, PURPOSE, first, now())).toBe('wrong');
    expect(await secrets().try(user, PURPOSE, second, now())).toBe('right');
    expect(await secrets().findByHash('first-password', link)).not.toBeNull();
  });

  it('threat: of tries made at once no more count than there are', async () => {
    const hash = `code of ${user.userId}`;
    await keep(hash);
    const guesses = Array.from({ length: 20 }, (_, guess) => secrets().try(user, PURPOSE, `guess ${guess}`, now()));
    expect((await Promise.all(guesses)).filter((said) => said === 'wrong')).toHaveLength(CODE_TRIES);
    expect(await secrets().try(user, PURPOSE, hash, now())).toBe('over');
    expect(await secrets().findByHash(PURPOSE, hash)).toBeNull();
  });

  it('threat: is used up once, by one of two who use it at once', async () => {
    const hash = `code of ${user.userId}`;
    await keep(hash);
    const taken = await Promise.all([1, 2].map(() => secrets().take(user, PURPOSE, hash)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await secrets().try(user, PURPOSE, hash, now())).toBe('over');
  });

  it('opens nothing once its user is disabled', async () => {
    const hash = `link of ${user.userId}`;
    await keep(hash, 'first-password');
    await keep(`code of ${user.userId}`);
    await disableAccount(world.ports, null, user, ORIGIN);
    expect(await secrets().findByHash('first-password', hash)).toBeNull();
    expect(await secrets().try(user, PURPOSE, `code of ${user.userId}`, now())).toBe('over');
  });

  it('a secret whose mail cannot be kept is not kept either', async () => {
    const context = { actor: { kind: 'system' }, subject: null, correlationId: 'zero \u0000', address: null } as const;
    const secret = {
      user,
      purpose: PURPOSE,
      secretHash: 'lost',
      triesLeft: 1,
      expiresAt: world.clock.in(HOUR),
    } as const;
    const kept = secrets().keep(secret, { events: [{ type: 'signed-out', ...context }], messages: [] });
    await expect(kept).rejects.toThrow('unsupported Unicode escape sequence');
    expect(await secrets().try(user, PURPOSE, 'lost', now())).toBe('over');
  });
});
