import type { ActivationGateway, RegistrationAtGateway } from '../../../activation/activation-gateway';
import { isPending, type Activation } from '../../../activation/activation';
import { type ActivationStore, wrapActivationStore } from '../../../activation/activation-store';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import { observedGateway } from '../observed-gateway';
import { SPAN_EVENTS } from './span';
import type { Traces } from './traces';

/** Registrations whose activations are kept in mind: more than a process follows at a time. */
const MOST_REGISTRATIONS = 20_000;

/**
 * Wraps the two ports through which everything passes that is done for an activation. The store tells which activation a request is
 * about, and when it has ended; calls to the gateway are spans of it.
 */
export function tracedActivation(
  { store, gateway }: { store: ActivationStore; gateway: ActivationGateway },
  traces: Traces,
): { store: ActivationStore; gateway: ActivationGateway } {
  const registrations = new Map<string, ActivationId>();
  const seen = <Found extends Activation | null>(activation: Found): Found => {
    if (activation && 'registrationIdentifier' in activation) {
      registrations.set(activation.registrationIdentifier, activation.id);
      const [oldest] = registrations.keys();
      if (registrations.size > MOST_REGISTRATIONS && oldest !== undefined) registrations.delete(oldest);
    }
    return activation;
  };
  const concerning = <Found extends Activation | null>(activation: Found): Found => {
    if (activation) traces.concern(activation.id);
    return seen(activation);
  };
  const idOf = ({ registrationIdentifier }: RegistrationAtGateway) => registrations.get(registrationIdentifier) ?? null;
  return { store: tracedStore(store, traces, { seen, concerning }), gateway: tracedGateway(gateway, traces, idOf) };
}

type Noting = Record<'seen' | 'concerning', <Found extends Activation | null>(activation: Found) => Found>;

function tracedStore(store: ActivationStore, traces: Traces, { seen, concerning }: Noting): ActivationStore {
  return wrapActivationStore(store, {
    find: async (id, domain) => concerning(await store.find(id, domain)),
    findPending: async (user) => concerning(await store.findPending(user)),
    findByRegistration: async (identifier) => concerning(await store.findByRegistration(identifier)),
    findInvited: async (invitationId) => concerning(await store.findInvited(invitationId)),
    async findStarted(user, startKey) {
      const started = await store.findStarted(user, startKey);
      concerning(started.same ?? started.pending);
      return started;
    },
    async listDue(now, limit) {
      const due = await store.listDue(now, limit);
      for (const activation of due) seen(activation);
      return due;
    },
    async create(activation, ...rest) {
      const created = await store.create(activation, ...rest);
      if (created.ok) concerning(activation);
      return created;
    },
    async save(activation, ...rest) {
      const saved = await store.save(activation, ...rest);
      if (!saved.ok) return saved;
      concerning(activation);
      if (!isPending(activation)) endActivation(activation, traces);
      return saved;
    },
  });
}

/** Once for each: one process saves the move that ends it. */
function endActivation(activation: Extract<Activation, { endedAt: Date }>, traces: Traces): void {
  const { id, state, activationType, requestedAt, endedAt, reached, invitationId } = activation;
  const events = SPAN_EVENTS.flatMap((name) => {
    const at = reached[name]?.getTime();
    return at === undefined ? [] : [{ name, at }];
  });
  traces.endFirst(
    {
      kind: 'activation',
      name: 'activation',
      startedAt: requestedAt.getTime(),
      endedAt: endedAt.getTime(),
      hasFailed: state === 'failed',
      attributes: {
        'tessera.activation.type': activationType,
        'tessera.activation.outcome': state,
        ...(state === 'failed' && { 'tessera.activation.failure': activation.reason }),
      },
    },
    id,
    events,
    invitationId,
  );
}

function tracedGateway(
  gateway: ActivationGateway,
  traces: Traces,
  idOf: (registration: RegistrationAtGateway) => ActivationId | null,
): ActivationGateway {
  return observedGateway(gateway, ({ operation, of }) => {
    const startedAt = Date.now();
    const id = typeof of === 'object' ? of && idOf(of) : of;
    return (outcome) =>
      traces.end<'gateway'>(
        {
          kind: 'gateway',
          name: `gateway ${operation}`,
          startedAt,
          endedAt: Date.now(),
          hasFailed: outcome !== 'answered',
          attributes: { 'tessera.gateway.operation': operation, 'tessera.gateway.outcome': outcome },
        },
        id,
      );
  });
}
