import type { AuthenticationServer } from '../state/authentication-server';
import type { Order, Request } from '../wire/exchange';
import { assignAuthenticator, deleteAuthenticator, queryAuthenticators } from './authenticators';
import { checkStatus } from './check-status';
import { cloudFailure } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { login } from './login';
import { activate, addDevice } from './offline-registrations';
import { registerUser } from './register-user';
import { secureChallenge, session } from './sessions';
import { getUser, unregisterUser } from './users';
import { renderVisualCode } from './visual-codes';

const ENDPOINTS: Endpoint[] = [
  registerUser,
  checkStatus,
  addDevice,
  activate,
  unregisterUser,
  getUser,
  queryAuthenticators,
  assignAuthenticator,
  deleteAuthenticator,
  renderVisualCode,
  login,
  session,
  secureChallenge,
];

/** The cloud's calls by name. */
export const CLOUD_CALLS: readonly string[] = ENDPOINTS.map(nameOf);

/** OneSpan Cloud Authentication's REST services (OneSpan §5). */
export function cloudWire(server: AuthenticationServer): (request: Request) => Order {
  return (request) => {
    for (const endpoint of ENDPOINTS) {
      const parts = match(endpoint.path, request.path);
      if (endpoint.method !== request.method || !parts) continue;
      const isReadable =
        request.method !== 'POST' || /^application\/json\b/i.test(request.headers['content-type'] ?? '');
      const perform = async () =>
        isReadable ? endpoint.answer(server, request, ...parts) : cloudFailure(415, 'Unsupported media type');
      return { name: nameOf(endpoint), perform, refuseStrangely };
    }
    return { name: request.path, perform: async () => cloudFailure(404, 'Not found'), refuseStrangely };
  };
}

function nameOf({ method, path }: Endpoint): string {
  return method === 'DELETE' ? `DELETE ${path}` : path;
}

function refuseStrangely() {
  return cloudFailure(460, 'Something that no published table has', { retCode: -987_654 });
}

/** What stands where the template has braces; null when the path is another one. */
function match(template: string, path: string): string[] | null {
  const [templates, parts] = [`/v1/${template}`.split('/'), path.split('/')];
  if (templates.length !== parts.length) return null;
  const values: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (templates[index]?.startsWith('{')) values.push(decodeURIComponent(part));
    else if (templates[index] !== part) return null;
  }
  return values;
}
