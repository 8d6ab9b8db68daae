import { beforeAll } from 'vitest';
import { forUseCases } from '../../support/databases/databases';
import { placesOf } from '../../support/onespan/killed-methods';
import { OFFLINE_USE_CASES } from './interrupted-offline';
import { USE_CASES } from './interrupted-use-cases';
import { InterruptedWorld } from './interrupted-world';
import { interruptedSuite } from './interrupted.suite';

forUseCases((_kind, open) => {
  let world: InterruptedWorld;

  beforeAll(async () => {
    world = await InterruptedWorld.on(await open());
  });

  interruptedSuite(() => world, { ...USE_CASES, ...OFFLINE_USE_CASES }, placesOf('interrupted-use-cases'));
});
