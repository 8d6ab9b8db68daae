import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turbopack names a package that it does not bundle by its name and a hash (`pg-587764f78a6c7a9c`), and links that name to the
 * package below `.next/node_modules`. There is one version of each here, and a package carries no links: so the code
 * names them plainly, and Node finds them wherever npm has installed them.
 */
export function nameExternals(): void {
  const links = join('.next', 'node_modules');
  const names = listLinks(links).map((link) => [link, link.replace(/-[0-9a-f]{16}$/, '')] as const);
  for (const [link, name] of names)
    if (!existsSync(join('node_modules', name))) throw new Error(`${link} is not a hashed name of a package`);
  const server = join('.next', 'server');
  for (const file of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const path = join(server, file);
    const code = readFileSync(path, 'utf8');
    const plain = names.reduce((text, [link, name]) => text.replaceAll(link, name), code);
    if (plain !== code) writeFileSync(path, plain);
  }
  rmSync(links, { recursive: true, force: true });
}

/** `pg-587764f78a6c7a9c`, `@prisma/client-2c3a283f134fdcb6` */
function listLinks(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}
