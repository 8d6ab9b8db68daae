import { z } from 'zod';
import { ACTIVATIONS } from '../sections/activation-settings';
import { DATA } from '../sections/data-settings';
import { HELPDESK } from '../sections/helpdesk-settings';
import { IDENTITY_PROVIDER } from '../sections/identity-provider-config';
import { MESSAGES } from '../sections/message-settings';
import { ONESPAN_CLOUD } from '../sections/onespan-cloud-config';
import { ONESPAN_SERVER } from '../sections/onespan-server-config';
import { PEOPLE } from '../sections/people-settings';
import { SIEM } from '../sections/siem-config';
import { SITE } from '../sections/site-settings';
import { TRACES } from '../sections/traces-config';
import { factsOf, setting, type Section } from './setting';

const GATEWAY = {
  title: 'The gateway',
  settings: {
    GATEWAY: setting(
      z.enum(['embedded', 'onespan-server', 'onespan-cloud'], {
        error: 'must be "embedded", "onespan-server" or "onespan-cloud"',
      }),
      {
        default: 'embedded',
        meaning: '`embedded`, `onespan-server` or `onespan-cloud`',
        shown: String,
        example: 'onespan-server',
      },
    ),
  },
} satisfies Section;

/** Every setting, in reading order. */
export const SETTING_SECTIONS: readonly Section[] = [
  SITE,
  DATA,
  PEOPLE,
  IDENTITY_PROVIDER,
  ACTIVATIONS,
  MESSAGES,
  HELPDESK,
  SIEM,
  TRACES,
  GATEWAY,
  ONESPAN_SERVER,
  ONESPAN_CLOUD,
];

/** Every variable that Tessera reads. */
export const environmentSchema = z.object({
  ...SITE.settings,
  ...DATA.settings,
  ...PEOPLE.settings,
  ...IDENTITY_PROVIDER.settings,
  ...ACTIVATIONS.settings,
  ...MESSAGES.settings,
  ...HELPDESK.settings,
  ...SIEM.settings,
  ...TRACES.settings,
  ...GATEWAY.settings,
  ...ONESPAN_SERVER.settings,
  ...ONESPAN_CLOUD.settings,
});

/** Their values, with the defaults of those that are not set. */
export type Environment = z.infer<typeof environmentSchema>;

/** Whether it is a setting whose value nobody is shown. */
export function isSecret(name: string): boolean {
  const schema = (environmentSchema.shape as Record<string, z.ZodType | undefined>)[name];
  return schema !== undefined && factsOf(schema).shown === undefined;
}
