import { z } from 'zod';
import { accept } from '../../../shared/result';
import { route } from '../route';
import { NONE } from './fields';

const callerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    domain: z.string().describe('Whose people it reaches.'),
    scopes: z.array(z.string()),
  })
  .meta({ id: 'ServiceAccount' });

export const KEY = [
  route({
    id: 'readServiceAccount',
    kind: 'read',
    method: 'GET',
    path: '/service-account',
    scope: null,
    tag: 'Key',
    summary: 'What this key is for',
    description: 'The first call of a new system.',
    params: NONE,
    query: NONE,
    body: null,
    answers: { 200: { description: 'The service account that the key belongs to.', schema: callerSchema } },
    problems: [],
    example: {
      path: '/service-account',
      status: 200,
      answer: {
        id: 'sva-1d2c3b4a5968778695a4b3c2d1e0f102',
        name: 'Tickets',
        domain: 'example.org',
        scopes: ['user:find', 'user:view', 'invitation:send'],
      },
    },
    follows: null,
    read: async (_input, { caller: { id, name, domain, scopes } }) => accept({ id, name, domain, scopes: [...scopes] }),
  }),
];
