import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { BROWSERS, type Flow, type Who } from '../../support/orders';
import { rounds } from '../../support/rounds';
import { removeServerStandIns } from '../server/policy/site-in-process';
import { revealImage } from '../server/policy/site-people';
import { lostPhoneFlow, resetFlow } from './mailed-code-flows';
import { OrderSite, type OrderScene } from './order-site';
import { RegistrationSite, registrationFlow } from './registration-flow';
import { invitationFlow, phoneSignInFlow, recoveryFlow, stepUpFlow } from './session-flows';

vi.hoisted(() => void vi.resetModules());

const ROUNDS = rounds(5, 40);

const TWICE = ['person', 'person'] as const;

/** The other browser has the recovery code before it is used. */
const shareCode = (scene: OrderScene) => void scene.notes.set('used', scene.note('code'));

/** The other browser has the password before the invitation is opened. */
const sharePassword = (scene: OrderScene) => void scene.notes.set('opened', 'nobody');

afterAll(removeServerStandIns);

forEachPairOfReplicas((_kind, open) => {
  let at: OrderSite;
  let registrations: RegistrationSite;

  beforeAll(async () => {
    const databases = await open();
    at = await OrderSite.open(databases);
    registrations = await RegistrationSite.open(databases[0]);
  });

  afterAll(() => registrations.close());

  /**
   * Goes the straight way up to a step, which two presses take at the same moment.
   * @param prepare gives the other browser what the person's has
   * @param wonBy how many have got what there is one of; by default how many presses were taken
   * @returns that of each round
   */
  async function race<Scene>(
    flow: Flow<Scene>,
    step: string,
    by: readonly [Who, Who] = TWICE,
    prepare: (scene: Scene) => Promise<unknown> | void = () => undefined,
    wonBy: ((scene: Scene) => Promise<number>) | null = null,
  ): Promise<number[]> {
    const press = async (scene: Scene, name: string, who: Who) => (await flow.steps[name]?.(scene, who)) === true;
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const scene = await flow.open();
      for (const before of Object.keys(flow.steps)) {
        if (before === step) break;
        expect({ before, taken: await press(scene, before, 'person') }).toEqual({ before, taken: true });
      }
      await prepare(scene);
      const pressed = await Promise.all(by.map((who) => press(scene, step, who)));
      taken.push(wonBy ? await wonBy(scene) : pressed.filter(Boolean).length);
    }
    return taken;
  }

  const once = Array.from({ length: ROUNDS }, () => 1);

  it('threat: of two resets with one code at the same moment one sets a password', async () => {
    expect(await race(resetFlow(at), 'resets')).toEqual(once);
  });

  it('threat: of two reports with one code at the same moment one opens a case, in either browser', async () => {
    expect(await race(lostPhoneFlow(at), 'reports')).toEqual(once);
    const both = await race(lostPhoneFlow(at), 'reports', BROWSERS, async (scene) => {
      await lostPhoneFlow(at).steps['asks']?.(scene, 'other');
      scene.notes.set('used', scene.note('mailed'));
    });
    expect(both).toEqual(once);
  });

  /** A press that comes second is led to what the first has started. */
  const activations = ({ jane }: OrderScene) => at.database.client.activation.count({ where: { userId: jane.userId } });

  async function images(scene: OrderScene): Promise<number> {
    const shown = [];
    for (const who of BROWSERS) shown.push(await revealImage(at.site, scene.by(who), scene.jane));
    return shown.filter((image) => image !== null).length;
  }

  it('threat: of two starts with one recovery code at the same moment one activates, and one session sees it', async () => {
    expect(await race(recoveryFlow(at), 'starts', TWICE, shareCode, activations)).toEqual(once);
    expect(await race(recoveryFlow(at), 'starts', BROWSERS, shareCode, activations)).toEqual(once);
    expect(await race(recoveryFlow(at), 'starts', BROWSERS, shareCode, images)).toEqual(once);
  });

  it('threat: of two openings of one invitation at the same moment one lets its browser in', async () => {
    expect(await race(invitationFlow(at), 'opens', BROWSERS, sharePassword)).toEqual(once);
  });

  it('threat: of two starts with one invitation at the same moment one activates', async () => {
    expect(await race(invitationFlow(at), 'starts', TWICE, undefined, activations)).toEqual(once);
  });

  it('threat: of two confirmations by one approval at the same moment one counts', async () => {
    expect(await race(stepUpFlow(at), 'finishes')).toEqual(once);
  });

  it('threat: of two sign-ins by one approval at the same moment one opens a session', async () => {
    expect(await race(phoneSignInFlow(at), 'finishes')).toEqual(once);
  });

  it('threat: of two confirmations of one registration at the same moment one opens a session', async () => {
    expect(await race(registrationFlow(registrations), 'confirms')).toEqual(once);
  });
});
