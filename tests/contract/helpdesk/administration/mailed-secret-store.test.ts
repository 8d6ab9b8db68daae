import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { CODE_TRIES, type MailedPurpose } from '@/lib/helpdesk/administration/mailed-secret';
import { HOUR } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';

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
  const keep = (secretHash: string, purpose: MailedPurpose = PURPOSE, holderHash = 'browser') =>
    secrets().keep(
      { user, purpose, holderHash, secretHash, triesLeft: CODE_TRIES, expiresAt: world.clock.in(HOUR) },
      NOTHING,
      now(),
    );
  const attempt = (secretHash: string, holderHash = 'browser') =>
    secrets().try(user, PURPOSE, { holderHash, secretHash }, now());

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
    expect(await attempt(first)).toBe('wrong');
    expect(await attempt(second)).toBe('right');
    expect(await secrets().findByHash('first-password', link)).not.toBeNull();
  });

  it('threat: of another holder takes the place of none, counts for none, and is no use to them', async () => {
    const [own, others] = [`own of ${user.userId}`, `other’s of ${user.userId}`];
    await keep(own);
    await keep(others, PURPOSE, 'stranger');
    for (let count = 0; count < CODE_TRIES; count++) await attempt(own, 'stranger');
    expect(await attempt(others, 'stranger')).toBe('over');
    expect(await attempt(own, 'a third')).toBe('over');
    expect(await attempt(own)).toBe('right');
  });

  it('a secret that is used up takes those of other holders with it, and expired ones go with a newer one', async () => {
    await keep(`own of ${user.userId}`);
    await keep(`other’s of ${user.userId}`, PURPOSE, 'stranger');
    expect(await secrets().take(user, PURPOSE, `own of ${user.userId}`)).toBe(true);
    expect(await attempt(`other’s of ${user.userId}`, 'stranger')).toBe('over');
    await keep(`over of ${user.userId}`, PURPOSE, 'stranger');
    world.clock.pass(HOUR);
    await keep(`new of ${user.userId}`);
    expect(await secrets().findByHash(PURPOSE, `over of ${user.userId}`)).toBeNull();
  });

  it('threat: of tries made at once no more count than there are', async () => {
    const hash = `code of ${user.userId}`;
    await keep(hash);
    const guesses = Array.from({ length: 20 }, (_, guess) => attempt(`guess ${guess}`));
    expect((await Promise.all(guesses)).filter((said) => said === 'wrong')).toHaveLength(CODE_TRIES);
    expect(await attempt(hash)).toBe('over');
    expect(await secrets().findByHash(PURPOSE, hash)).toBeNull();
  });

  it('threat: a mailed secret is consumed once, by one of two concurrent uses', async () => {
    const hash = `code of ${user.userId}`;
    await keep(hash);
    const taken = await Promise.all([1, 2].map(() => secrets().take(user, PURPOSE, hash)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await attempt(hash)).toBe('over');
  });

  it('the secrets mailed to a user are void once the account is disabled', async () => {
    const hash = `link of ${user.userId}`;
    await keep(hash, 'first-password');
    await keep(`code of ${user.userId}`);
    await disableAccount(world.ports, null, user, ORIGIN);
    expect(await secrets().findByHash('first-password', hash)).toBeNull();
    expect(await attempt(`code of ${user.userId}`)).toBe('over');
  });

  it('a secret whose mail cannot be kept is not kept either', async () => {
    const context = { actor: { kind: 'system' }, subject: null, correlationId: 'zero \u0000', address: null } as const;
    const secret = {
      user,
      purpose: PURPOSE,
      holderHash: 'browser',
      secretHash: 'lost',
      triesLeft: 1,
      expiresAt: world.clock.in(HOUR),
    } as const;
    const kept = secrets().keep(secret, { events: [{ type: 'signed-out', ...context }], messages: [] }, now());
    await expect(kept).rejects.toThrow('unsupported Unicode escape sequence');
    expect(await attempt('lost')).toBe('over');
  });
});
