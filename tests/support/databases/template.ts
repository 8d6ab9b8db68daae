/** The data directory that servers under test start from a copy of. Made by the end-to-end suite's first test. */
export function templateDirectory(): string {
  const directory = process.env['TESSERA_TEST_TEMPLATE'];
  if (directory === undefined) throw new Error('TESSERA_TEST_TEMPLATE is not set');
  return directory;
}
