import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownContext } from '@/lib/audit/audit-context';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { signedInAs } from '../../../../support/doubles/principal';
import { StolenPasswordStory } from './stolen-password-story';
import { openStolenPasswordWorld, type StolenPasswordWorld } from './stolen-password-world';
import { typedReissue } from '../typed-reissue';

type Act = (story: StolenPasswordStory) => Promise<unknown> | void;

const STEPS = {
  'thief signs in': (story) => story.thiefSignsIn(),
  'thief starts': (story) => story.thiefStarts(),
  'thief looks': (story) => story.thiefLooks(),
  'thief scans': (story) => story.thiefScans(),
  'thief unlocks': (story) => story.thiefChanges('unlock'),
  'thief removes': (story) => story.thiefChanges('remove'),
  'thief guesses a recovery code': (story) => story.thiefTriesRecoveryCode(),
  'thief begins a passkey': (story) => story.thiefBeginsPasskey(),
  'thief adds a passkey': (story) => story.thiefAddsPasskey(),
  'thief makes a recovery code': (story) => story.thiefMakesRecoveryCode(),
  'thief changes the addresses': (story) => story.thiefChangesAddresses(),
  'thief has a code mailed': (story) => story.thiefTriesMailedCode(),
  'thief asks the phone, and the owner declines': (story) => story.thiefAsksThePhone('declines'),
  'thief asks the phone, and it was not the owner': (story) => story.thiefAsksThePhone('was not them'),
  'an accomplice confirms with their own phone': (story) => story.thiefAsksThePhone('accomplice approves'),
  'owner starts': (story) => story.ownerStarts(),
  'owner scans': (story) => story.ownerScans(),
  'owner adds a passkey': (story) => story.ownerAddsPasskey(),
  'owner makes a recovery code': (story) => story.ownerMakesRecoveryCode(),
  'owner starts with the recovery code': (story) => story.ownerStartsWithRecoveryCode(),
  'owner starts with the old phone': (story) => story.ownerStartsWithOldPhone(),
  'owner starts with the invitation': (story) => story.ownerStartsWithInvitation(),
  'owner locks': (story) => changeOwn(story, 'lock'),
  'owner unlocks': (story) => changeOwn(story, 'unlock'),
  'owner freezes': ({ world, jane, origin }) => freezeAccount(world.ports, jane, 'person', ownContext(jane, origin)),
  'helpdesk locks': async ({ world, jane, origin }) => {
    const [device] = await world.directory.list(jane);
    if (device) await lockDevice(world.ports, signedInAs(world.agent), jane, device.instanceId, origin);
  },
  'helpdesk re-issues': (story) => reissue(story, 'keep'),
  'helpdesk re-issues, and locks the old device': (story) => reissue(story, 'lock'),
  'an hour passes': ({ world }) => world.fake.pass(HOUR),
  'two days pass': ({ world }) => world.fake.pass(2 * DAY),
} satisfies Record<string, Act>;

/** What the thief cannot do: shows that a story can go wrong. */
const UNLIKELY = {
  'thief asks the phone, and the owner approves': (story) => story.thiefAsksThePhone('approves'),
  'thief has the recovery code': (story) => story.thiefTriesOwnersRecoveryCode(),
  'thief reads the mail of the owner': (story) => story.thiefReadsOwnersMail(),
} satisfies Record<string, Act>;

type Step = keyof typeof STEPS;

async function changeOwn({ world, jane, origin }: StolenPasswordStory, kind: 'lock' | 'unlock') {
  const [device] = await world.directory.list(jane);
  if (device) await changeAuthenticator(world.ports, jane, device.instanceId, { kind }, origin);
}

/** After a caller check. */
async function reissue({ world, jane, origin }: StolenPasswordStory, fate: 'keep' | 'lock') {
  const [device] = await world.directory.list(jane);
  const typed = typedReissue({ oldDevice: device ? { instanceId: device.instanceId, fate } : null });
  await requestAsAgent(world.ports, signedInAs(world.agent), jane, typed, origin);
}

async function tell(world: StolenPasswordWorld, steps: readonly (Step | keyof typeof UNLIKELY)[]) {
  const story = new StolenPasswordStory(world, await world.newcomer());
  const acts: Record<string, Act> = { ...STEPS, ...UNLIKELY };
  for (const step of steps) await acts[step]?.(story);
  const devices = (await world.directory.list(story.jane)).length;
  return { stolen: story.stolen, devices };
}

const FIRST = ['owner starts', 'owner scans', 'two days pass'] as const;

describe.each(['standard', 'strong'] as const)('threat: a thief has the password, at the level %s', (level) => {
  let world: StolenPasswordWorld;

  beforeAll(async () => void (world = await openStolenPasswordWorld(level)));
  afterAll(() => world.close());

  it('threat: no order of steps of owner, helpdesk and thief binds a device below the policy', async () => {
    const steps = fc.constantFrom(...(Object.keys(STEPS) as Step[]));
    // The others begin with a device that is trusted, or with what a thief has begun before there is one.
    const opening = fc.constantFrom<readonly Step[]>(
      [],
      [...FIRST, 'thief signs in'],
      ['thief signs in', 'thief starts', 'thief looks', 'thief begins a passkey'],
    );
    await fc.assert(
      fc.asyncProperty(opening, fc.array(steps, { minLength: 3, maxLength: 14 }), async (before, then) => {
        const { stolen } = await tell(world, [...before, ...then]);
        expect(stolen.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<Step[][]>([
    [['thief starts', 'thief looks', 'owner adds a passkey', 'thief scans']],
    [['thief begins a passkey', 'owner starts', 'owner scans', 'thief adds a passkey']],
  ])('what a thief began before the owner had anything is worth nothing afterwards: %j', async (steps) => {
    const { stolen } = await tell(world, ['thief signs in', ...steps]);
    expect(stolen.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  });

  it.each<Step[][]>([
    [['thief signs in', 'thief starts', 'owner scans', 'thief adds a passkey']],
    [['thief signs in', 'thief starts', 'owner scans', 'thief makes a recovery code']],
    [['thief signs in', 'thief starts', 'owner scans', 'thief starts']],
  ])(
    'threat: what a thief has started vouches for nothing of theirs once the owner’s phone scans it: %j',
    async (steps) => {
      const { stolen } = await tell(world, steps);
      expect(stolen.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
      expect(stolen.filter(({ what }) => what !== 'activation')).toEqual([]);
    },
  );

  it('threat: a thief who binds a device first gets one backup of it, as with the passkey first, and at strong none', async () => {
    const steps = ['thief signs in', 'thief starts', 'thief looks', 'thief scans', 'thief adds a passkey'] as const;
    const { stolen } = await tell(world, [
      ...steps,
      'thief makes a recovery code',
      'thief adds a passkey',
      'thief starts',
    ]);
    const allowed = ['activation', 'device', 'passkey'].map((what) => ({ what, isAllowed: true }));
    expect(stolen).toEqual(level === 'standard' ? allowed : []);
  });

  it.each<Step[][]>([
    [['owner makes a recovery code', 'owner starts with the recovery code']],
    [['owner starts with the old phone']],
    [['helpdesk re-issues', 'owner starts with the invitation']],
  ])('the owner gets a second device: %j', async (steps) => {
    expect(await tell(world, [...FIRST, ...steps, 'owner scans'])).toEqual({ stolen: [], devices: 2 });
  });

  it.each([
    'thief asks the phone, and the owner declines',
    'thief asks the phone, and it was not the owner',
    'an accomplice confirms with their own phone',
  ] as const)('threat: the story "%s" binds no device of the thief', async (answer) => {
    const told = await tell(world, [...FIRST, 'thief signs in', answer, 'thief starts', 'thief looks', 'thief scans']);
    expect(told).toEqual({ stolen: [], devices: 1 });
  });

  it('the stories can go wrong: the owner approves, or loses their recovery code', async () => {
    const activation = { what: 'activation', isAllowed: false };
    const device = { what: 'device', isAllowed: false };
    const approved = [...FIRST, 'thief signs in', 'thief asks the phone, and the owner approves'] as const;
    expect((await tell(world, [...approved, 'thief starts', 'thief looks', 'thief scans'])).stolen).toEqual([
      activation,
      device,
    ]);
    const lost = [...FIRST, 'owner makes a recovery code', 'thief signs in', 'thief has the recovery code'] as const;
    expect((await tell(world, lost)).stolen).toEqual([activation]);
    expect((await tell(world, [...approved, 'thief adds a passkey'])).stolen).toEqual([
      { what: 'passkey', isAllowed: false },
    ]);
  });

  it('a mailed code binds the first device at the level strong alone, for who reads the mail', async () => {
    const { stolen } = await tell(world, ['thief signs in', 'thief reads the mail of the owner']);
    expect(stolen).toEqual([{ what: 'activation', isAllowed: level === 'standard' }]);
  });
});

it('a thief scans what the owner starts if every session may see the image, so that the stories can fail', async () => {
  const world = await openStolenPasswordWorld('open');
  const { stolen } = await tell(world, [...FIRST, 'thief signs in', 'owner starts', 'thief looks', 'thief scans']);
  expect(stolen).toEqual([{ what: 'device', isAllowed: false }]);
  await world.close();
});
