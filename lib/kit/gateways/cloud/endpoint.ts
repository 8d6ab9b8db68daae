import type { AuthenticationServer } from '../state/authentication-server';
import type { Reply } from '../../faults/reply';
import type { Request } from '../wire/exchange';

/** A service of the cloud. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v1/`, with what stands in braces varying; also the command's name. */
  path: string;
  /** @param parts what stands where the path has braces, in order */
  answer: (server: AuthenticationServer, request: Request, ...parts: string[]) => Promise<Reply>;
};
