import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../repository';

export const COMPOSE_FOLDER = join(repository, 'lib', 'cli', 'deployment', 'compose');

export type ComposeService = {
  image: string;
  command?: string[];
  user?: string;
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  networks?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  healthcheck?: { test: string[]; interval?: string; timeout?: string };
  depends_on?: Record<string, { condition: string }>;
};

export type Compose = {
  services: Record<string, ComposeService>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean } | null>;
};

/** The compose file with its anchors followed. @param variables what stands in `${NAME:-default}`; the default otherwise */
export function readCompose(variables: Readonly<Record<string, string>> = {}): Compose {
  const text = readFileSync(join(COMPOSE_FOLDER, 'compose.yaml'), 'utf8')
    .replaceAll(/(?<!\$)\$\{(\w+):-([^}]*)\}/g, (_, name: string, otherwise: string) => variables[name] ?? otherwise)
    .replaceAll('$$', '$');
  return parse(text, { merge: true }) as Compose;
}
