export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { boot } = await import('./lib/server/boot');
    await boot();
  }
}

/** What Next.js could not answer because of an error. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { noteFailure } = await import('./lib/server/observability/request-scope');
    noteFailure(error);
  }
}
