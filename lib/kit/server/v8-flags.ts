/**
 * What the processes of a test run are started with; nothing where they are measured. `--liftoff-only` compiles WebAssembly
 * without ever optimising it: the embedded database answers a little later, and processes that live for seconds need a
 * third less of the processor to start.
 */
export function v8Flags(): string[] {
  return process.env['TESSERA_TEST_V8_FLAGS']?.split(' ') ?? [];
}
