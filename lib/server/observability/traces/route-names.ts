/**
 * Names addresses by the templates that are given: never by what stands in their place, which may be a person's.
 * @param templates `/api/look/[digest]/logo.png`, `/rest/[...rest]`
 */
export function routeNames(templates: readonly string[]): (path: string) => string | null {
  // A literal segment sorts before a variable one, as routers prefer it.
  const routes = templates
    .toSorted((left, right) => rankOf(left).localeCompare(rankOf(right)))
    .map((template) => ({ template, pattern: patternOf(template) }));
  return (path) => routes.find(({ pattern }) => pattern.test(path))?.template ?? null;
}

function rankOf(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.startsWith('[...') ? '2' : segment.startsWith('[') ? '1' : '0'))
    .join('');
}

function patternOf(template: string): RegExp {
  const segments = template.split('/').map((segment) => {
    if (segment.startsWith('[...')) return '.+';
    return segment.startsWith('[') ? '[^/]+' : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${segments.join('/')}/?$`);
}
