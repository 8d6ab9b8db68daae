import { expect, test } from 'vitest';
import { offeredKinds } from '@/components/site/activation/image/image-kinds';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';

const image = { size: 29, paths: [] };
const signed: ActivationCredentials = {
  activationType: 'online',
  registrationIdentifier: 'e3wfISG9',
  activationPassword: 'Tb048aX1',
  ownApp: { checkLetter: 'K', link: '/authenticator#x' },
  colour: image,
  blackAndWhite: image,
};

test('colour is offered first, and Cronto before it where there is a renderer', () => {
  expect(offeredKinds(signed, false)).toEqual(['colour', 'black-and-white']);
  expect(offeredKinds(signed, true)).toEqual(['cronto', 'colour', 'black-and-white']);
  expect(offeredKinds(null, false)).toEqual(['colour', 'black-and-white']);
});

test('an image that the site could not sign has no colours to choose', () => {
  expect(offeredKinds({ ...signed, colour: null }, false)).toEqual(['black-and-white']);
  expect(offeredKinds({ ...signed, colour: null }, true)).toEqual(['cronto', 'black-and-white']);
});
