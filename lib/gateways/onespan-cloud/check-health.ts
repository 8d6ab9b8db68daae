import { z } from 'zod';
import type { CloudClient } from './cloud-client';
import { throwUnforeseen } from './cloud-failure';

const pageSchema = z.object({ total: z.number() });

/** `GET authenticators` (OneSpan §5.1) for one of the domain's: changes nothing, and is answered to who is let in. */
export async function checkHealth(client: CloudClient, domain: string): Promise<void> {
  const query = new URLSearchParams({ domain, offset: '0', limit: '1' });
  const path = `authenticators?${query.toString()}`;
  const call = { method: 'GET', path, name: 'authenticators', changesNothing: true } as const;
  await client.ask(call, pageSchema, throwUnforeseen);
}
