import { z } from 'zod';
import { isStaff, ROLES } from '../../../accounts/users/role';
import { giveRole, takeRole } from '../../../helpdesk/administration/change-account';
import { ROLE_REQUESTS } from '../../../helpdesk/administration/role-request';
import { requestRole } from '../../../helpdesk/administration/request-role';
import { accept, refuse } from '../../../shared/result';
import { route } from '../route';
import { approvalAnswer, approvalSchema } from './approvals';
import { ASKED, askForChange, CHANGE_PROBLEMS } from './changes';
import { NONE, personParams, userIdField } from './fields';
import { changed, JANE, keyOf, personSchema, readPerson } from './person';

export const ROLES_OF_PEOPLE = [
  route({
    id: 'giveRole',
    kind: 'act',
    method: 'POST',
    path: '/people/{userId}/roles',
    scope: 'account:manage',
    daily: 'account-changes',
    secondPerson: 'staff',
    tag: 'People',
    summary: 'Give a role, or ask for it',
    description: 'The role `user` is given at once. A role of the staff is asked for: a person decides.',
    params: personParams,
    query: NONE,
    body: z.strictObject({ role: z.enum(ROLES) }),
    answers: {
      200: { description: 'The person, who has the role now.', schema: personSchema },
      202: { description: 'It waits for a person to agree.', schema: approvalSchema },
    },
    problems: [
      'not-offered',
      'not-permitted',
      'last-administrator',
      'being-removed',
      'has-role',
      'lacks-role',
      'already-asked',
      'account-disabled',
    ],
    example: { path: '/people/jane.doe/roles', body: { role: 'user' }, status: 200, answer: JANE },
    async act({ params, body: { role } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const target = keyOf(caller, params);
      if (role === 'user') {
        const result = changed(await giveRole(services.administration, caller, target, role, origin));
        const person = result.ok ? await readPerson({ params }, context) : result;
        return person.ok ? accept({ status: 200, body: person.value }) : person;
      }
      const outcome = await requestRole(services.administration, caller, target, role, origin);
      if (outcome.ok) {
        return accept(approvalAnswer(outcome.value, ROLE_REQUESTS));
      }
      if (outcome.refusal === 'already-disabled') return refuse('account-disabled');
      if (outcome.refusal === 'own-account') throw new TypeError('a service account has no account of its own');
      return refuse(outcome.refusal);
    },
  }),
  route({
    id: 'takeRole',
    kind: 'act',
    method: 'DELETE',
    path: '/people/{userId}/roles/{role}',
    scope: 'account:manage',
    daily: 'account-changes',
    secondPerson: 'staff',
    tag: 'People',
    summary: 'Take a role away, or ask for it',
    description: 'Signs the person out everywhere. From a member of staff it is taken once a person agrees.',
    params: z.strictObject({ userId: userIdField, role: z.enum(ROLES) }),
    query: NONE,
    body: null,
    answers: { 200: { description: 'The person, who has lost the role.', schema: personSchema }, ...ASKED },
    problems: ['not-permitted', 'last-administrator', 'being-removed', 'has-role', 'lacks-role', ...CHANGE_PROBLEMS],
    example: { path: '/people/jane.doe/roles/auditor', status: 200, answer: JANE },
    async act({ params }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const target = keyOf(caller, params);
      const result = await readPerson({ params }, context);
      if (!result.ok) return result;
      const { role } = params;
      if (isStaff(result.value)) {
        if (!result.value.roles.includes(role)) return refuse('lacks-role');
        return askForChange(context, target, { change: 'take-role', role, instanceId: null });
      }
      const outcome = changed(await takeRole(services.administration, caller, target, role, origin));
      const person = outcome.ok ? await readPerson({ params }, context) : outcome;
      return person.ok ? accept({ status: 200, body: person.value }) : person;
    },
  }),
];
