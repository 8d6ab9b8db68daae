import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';

type Port = Record<string, (...input: unknown[]) => Promise<unknown>>;

/** The ports of a gateway by name. What asks phones tells no outcome: a request ends with a reason of its own. */
function portsOf(opened: OpenedGateway): Record<string, Port> {
  const ports = {
    activation: opened.activation,
    offline: opened.activation.offline,
    directory: opened.directory,
    removal: opened.commands?.removal,
    assignment: opened.commands?.assignment,
    users: opened.people?.users,
    contacts: opened.people?.contacts,
    licences: opened.licences,
    passwords: opened.passwords,
    selfRegistration: opened.selfRegistration,
    passwordSync: opened.passwordSync,
    virtualAuthenticator: opened.virtualAuthenticator,
    pins: opened.pins,
    hardwareAssignment: opened.hardware.assignment,
    hardwareTrials: opened.hardware.trials,
  };
  return Object.fromEntries(Object.entries(ports).filter(([, port]) => port)) as unknown as Record<string, Port>;
}

/** Every method of a gateway, `directory.remove`, its own and inherited ones. */
export function methodsOf(opened: OpenedGateway): string[] {
  return Object.entries(portsOf(opened)).flatMap(([name, port]) =>
    methodNames(port).map((method) => `${name}.${method}`),
  );
}

export async function callMethod(opened: OpenedGateway, method: string, input: unknown[]): Promise<unknown> {
  const [port = '', name = ''] = method.split('.');
  return portsOf(opened)[port]?.[name]?.(...input);
}

function methodNames(port: object): string[] {
  const names = new Set<string>();
  for (let at: object = port; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (name !== 'constructor' && typeof value === 'function') names.add(name);
  }
  return [...names];
}
