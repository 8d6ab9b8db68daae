import { z } from 'zod';
import { wholeNumber } from '../environment/kinds';
import { setting, type Section } from '../environment/setting';

export const ACTIVATIONS = {
  title: 'Activations and images',
  settings: {
    TESSERA_ACTIVATION_LIFETIME_SECONDS: setting(wholeNumber(60, 900), {
      unset: '`300`; `600` with `onespan-cloud`',
      meaning:
        'how long an image can be scanned; with `onespan-server` no longer than its provisioning cache keeps a registration, 600 seconds unless set otherwise ("Servers > Global Configuration > Cache", oas-was), with `onespan-cloud` no longer than the 10 minutes of an activation password (oca-ig)',
      shown: String,
    }),
    TESSERA_REQUEST_LIFETIME_SECONDS: setting(wholeNumber(60, 86_400), {
      default: 86400,
      meaning: 'how long a request waits for a gateway that cannot be reached',
      shown: String,
    }),
    TESSERA_STARTS_PER_DAY: setting(wholeNumber(1, 100_000), {
      default: 5,
      meaning: 'activations that a person may start in 24 hours',
      shown: String,
    }),
    TESSERA_ACTIVATION_LIMIT: setting(wholeNumber(0, 100_000), {
      default: 3,
      meaning: 'devices of one licence at the embedded gateway; `0` for any number',
      shown: String,
    }),
    TESSERA_LICENCES_LOW: setting(wholeNumber(0, 1_000_000), {
      default: 50,
      meaning:
        'fewer free licences of a type and organisational unit than this are too few: “Status” and the metrics say so; `0` for never; not for the embedded gateway, which makes its licences',
      shown: String,
    }),
    TESSERA_IMAGE_KEY_DAYS: setting(wholeNumber(1, 3_650), {
      default: 90,
      meaning: 'how long images are signed with one key',
      shown: String,
    }),
    TESSERA_CRONTO_RENDERER_URL: setting(
      z
        .url({ protocol: /^https?$/, error: 'needs an http or https address' })
        .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), 'needs an address without a user name'),
      {
        unset: 'none',
        meaning:
          'your renderer of Cronto images, asked with `?format=CRONTO&message=<hex>` added, for a PNG; the message carries the activation password, so use https unless it runs on this machine',
        example: 'https://renderer.example.org/v1/visualcodes/render',
      },
    ),
  },
} satisfies Section;
