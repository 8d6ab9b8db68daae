/**
 * Calls `create` once per process. Next.js instantiates modules more than once (pages, routes, instrumentation), so a
 * singleton such as a database handle is kept on the global object.
 */
export function processSingleton<Value>(name: string, create: () => Value): Value {
  const registry = globalThis as unknown as Record<symbol, Value | undefined>;
  const key = Symbol.for(`tessera.${name}`);
  return (registry[key] ??= create());
}
