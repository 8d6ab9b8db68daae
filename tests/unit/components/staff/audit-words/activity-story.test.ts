import { describe, expect, it } from 'vitest';
import { activityStory } from '@/components/staff/audit/activity-story';
import { naming, TO_OTHERS, TO_OWNER } from '@/lib/audit/voice';
import { activityRecords as records } from '../../../../support/activity-records';

const ACTIVATION = { activationId: 'act-00' };
const DEVICE = { instanceId: 'VDS1000042-1' };
const KNOWN = new Map([['act-00', { deviceName: 'Pixel 9', browser: 'Firefox on Linux' }]]);
const VOICE = naming(TO_OWNER, new Map([[DEVICE.instanceId, 'Pixel 9']]));

describe('activity as a story', () => {
  it('the story tells an activation in one line, with device, browser and place, and steps on demand', () => {
    const [line, ...others] = activityStory(
      records(
        { type: 'activation-requested', ...ACTIVATION },
        { type: 'activation-issued', ...ACTIVATION },
        { type: 'image-viewed', format: 'svg', ...ACTIVATION },
        { type: 'image-viewed', format: 'svg', ...ACTIVATION },
        { type: 'activation-active', ...ACTIVATION },
      ),
      KNOWN,
      VOICE,
    );
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      text: 'Pixel 9 activated',
      detail: 'Firefox on Linux · from 192.0.2.1',
      notMe: '/profile/not-me',
    });
    expect(line?.steps?.map(({ text }) => text)).toEqual([
      'You started activating a device',
      'Image created',
      'Image shown',
      'Image shown',
      'Device activated',
    ]);
  });

  it('the story tells how an activation ended, or that it is not over', () => {
    const requested = { type: 'activation-requested', ...ACTIVATION } as const;
    const [expired] = activityStory(records(requested, { type: 'activation-expired', ...ACTIVATION }), KNOWN, VOICE);
    expect(expired?.text).toBe('Activation expired: Pixel 9');
    expect(activityStory(records(requested), new Map(), VOICE)[0]?.text).toBe('Activation of a device started');
  });

  it('the story calls devices by their names', () => {
    const lines = activityStory(
      records(
        { type: 'login-tested', outcome: 'wrong-password', ...DEVICE },
        { type: 'authenticator-locked', ...DEVICE },
      ),
      KNOWN,
      VOICE,
    );
    expect(lines.map(({ text }) => text)).toEqual(['You locked Pixel 9', 'Pixel 9 was tried out: wrong code']);
  });

  it('the story shows a password confirmation as part of its change', () => {
    const lines = activityStory(
      records(
        { type: 'step-up-succeeded', correlationId: 'one press' },
        { type: 'authenticator-removed', ...DEVICE, correlationId: 'one press' },
      ),
      KNOWN,
      VOICE,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ text: 'You removed Pixel 9', steps: [{}, {}] });
  });

  it('an activation without a name of its own is told by the name that its device has in the record', () => {
    const active = { type: 'activation-active', instanceId: DEVICE.instanceId, deviceName: 'Jane’s iPhone' } as const;
    expect(activityStory(records({ ...active, ...ACTIVATION }), new Map(), VOICE)[0]?.text).toBe(
      'Jane’s iPhone activated',
    );
  });

  it('a page’s ordinary question for a second proof is no part of the story for its user', () => {
    const asked = records({ type: 'proof-missing', action: 'bind-device' });
    expect(activityStory(asked, KNOWN, VOICE)).toEqual([]);
    expect(activityStory(asked, KNOWN, TO_OTHERS)).toHaveLength(1);
  });

  it('a line offers a way to report a stranger where one has come in or changed a device or the password', () => {
    const story = activityStory(
      records(
        { type: 'sign-in-succeeded' },
        { type: 'authenticator-unlocked', ...DEVICE },
        { type: 'password-changed' },
        { type: 'step-up-failed', reason: 'wrong-password' },
        { type: 'phone-confirmation-requested' },
      ),
      KNOWN,
      VOICE,
    );
    expect(story.map(({ notMe }) => notMe !== undefined)).toEqual([false, false, true, true, true]);
  });

  it('the story says where a sign-in came from, failed or not', () => {
    const lines = activityStory(
      records(
        { type: 'sign-in-succeeded' },
        { type: 'sign-in-failed', claimedUserId: 'jane.doe', reason: 'invalid-credentials' },
      ),
      KNOWN,
      VOICE,
    );
    for (const line of lines) expect(line).toMatchObject({ detail: 'from 192.0.2.1' });
  });
});
