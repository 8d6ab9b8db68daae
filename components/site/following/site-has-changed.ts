/**
 * Whether the site has no longer all scripts that this page loaded, or wanted to: a newer version of it runs there. A
 * script's name changes with its contents, and so with the names of those that it loads later.
 */
export async function siteHasChanged(): Promise<boolean> {
  const scripts = [...document.scripts].map(({ src }) => src).filter((src) => src.includes('/_next/static/'));
  const answers = await Promise.all(
    scripts.map((script) => fetch(script, { method: 'HEAD', cache: 'no-store' }).catch(() => null)),
  );
  return answers.some((answer) => answer?.status === 404);
}
