import type { ActivationStore } from './activation-store';

/** A store of which some methods are replaced, usually by ones that do more around the same call. */
export function wrapActivationStore(store: ActivationStore, replaced: Partial<ActivationStore>): ActivationStore {
  return {
    find: (id) => store.find(id),
    findPending: (user) => store.findPending(user),
    findByStartKey: (user, startKey) => store.findByStartKey(user, startKey),
    findByRegistration: (registrationIdentifier) => store.findByRegistration(registrationIdentifier),
    findInvited: (invitationId) => store.findInvited(invitationId),
    listDue: (now, limit) => store.listDue(now, limit),
    lease: (id, now, until) => store.lease(id, now, until),
    extendLease: (id, until) => store.extendLease(id, until),
    countStarts: (user, since) => store.countStarts(user, since),
    oldestStart: (user, since) => store.oldestStart(user, since),
    create: (activation, startKey, leasedUntil, events) => store.create(activation, startKey, leasedUntil, events),
    save: (activation, events, leasedUntil) => store.save(activation, events, leasedUntil),
    ...replaced,
  };
}
