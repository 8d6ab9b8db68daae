import { isProved } from '../gateways/onespan-server/auth-user';
import {
  describeStatus,
  isAuthenticationRefusal,
  isNotFound,
  isSuccess,
  type Outcome,
} from '../gateways/onespan-server/outcome';
import { failed, ok, skipped, type Finding } from './finding';

/**
 * Whether a client component is registered. With what a server refuses one that is not is not documented (OneSpan §4.1),
 * so what it answers to `authUser` for somebody whom there is not is compared with its answer for a component that nobody
 * has registered. That statuses from 1000 on are about the person is inferred (OneSpan §3.9).
 */
export function componentFinding(ours: Outcome, nobodys: Outcome): Finding {
  if (isProved(ours))
    return failed(
      'it lets in a person who is not there, with a password that nobody has',
      'Give the client component a policy with local or back-end authentication: anybody could sign in as anybody.',
    );
  const answer = describeStatus('authUser', ours.status);
  const isTheSame = ours.status.name === nobodys.status.name;
  const isAboutThePerson = isSuccess(ours.status) || isAuthenticationRefusal(ours.status) || isNotFound(ours.status);
  if (isTheSame && !isAboutThePerson)
    return failed(
      `the server answers as it does for one that is not registered (${answer})`,
      'Register the address of this machine as a client component of the type in ONESPAN_COMPONENT_TYPE, with a policy.',
    );
  if (isTheSame)
    return skipped(`it cannot be told: one that is not registered is answered the same (${answer}; OneSpan §4.1)`);
  if (isAboutThePerson) return ok('registered: the server judges the person, and not the component');
  return skipped(`it cannot be told: what the server answers is not documented (${answer}; OneSpan §3.9)`);
}
