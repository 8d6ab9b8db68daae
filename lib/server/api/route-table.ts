import { ACTIVATION_LINKS } from './resources/activation-links';
import { ACTIVATIONS } from './resources/activations';
import { APPROVALS } from './resources/approvals';
import { DEVICES } from './resources/devices';
import { EVENTS } from './resources/events';
import { INVITATIONS } from './resources/invitations';
import { KEY } from './resources/key';
import { PEOPLE } from './resources/people';
import { ROLES_OF_PEOPLE } from './resources/roles';
import { STATISTICS } from './resources/statistics';
import { WEBHOOKS } from './resources/webhooks';
import type { Route } from './route';

/** Every method of every address, in the order of the page. */
export const ROUTES: readonly Route[] = [
  ...KEY,
  ...PEOPLE,
  ...ROLES_OF_PEOPLE,
  ...DEVICES,
  ...INVITATIONS,
  ...ACTIVATIONS,
  ...ACTIVATION_LINKS,
  ...APPROVALS,
  ...WEBHOOKS,
  ...EVENTS,
  ...STATISTICS,
];
