import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { repository } from '../repository';

export const KUBERNETES_FOLDER = join(repository, 'lib', 'cli', 'deployment', 'kubernetes');

export type Manifest = { apiVersion: string; kind: string; metadata: { name: string }; spec: Record<string, unknown> };

export type Kustomization = {
  resources: string[];
  patches?: { path: string }[];
  images?: { name: string; newName: string; newTag: string }[];
  replicas?: { name: string; count: number }[];
  configMapGenerator?: { name: string; literals: string[] }[];
};

export type Container = {
  name: string;
  image: string;
  args: string[];
  env: { name: string; value: string }[];
  envFrom?: { configMapRef: { name: string } }[];
  ports?: { name: string; containerPort: number }[];
  securityContext: Record<string, unknown>;
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  resources: { requests: Record<string, string>; limits: Record<string, string> };
} & Partial<Record<Probe, { httpGet: { path: string; port: string }; timeoutSeconds: number }>>;

export type Probe = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

export type PodSpec = {
  securityContext: Record<string, unknown>;
  automountServiceAccountToken: boolean;
  containers: Container[];
  volumes: { name: string; secret?: { secretName: string }; emptyDir?: object }[];
};

/** Documents of a file, as Kubernetes reads them. @throws YAMLParseError */
export function documentsOf(text: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as Manifest);
}

/** Files of Kubernetes' own documents and of patches, and those of Kustomize, by their paths below the folder. */
export function filesOfKubernetes(): { manifests: Map<string, Manifest>; kustomizations: Map<string, Kustomization> } {
  const manifests = new Map<string, Manifest>();
  const kustomizations = new Map<string, Kustomization>();
  for (const path of readdirSync(KUBERNETES_FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml')) continue;
    const [document] = documentsOf(readFileSync(join(KUBERNETES_FOLDER, path), 'utf8'));
    if (document === undefined) throw new Error(`${path} is empty`);
    if (document.kind === 'Kustomization') kustomizations.set(dirname(path), document as unknown as Kustomization);
    else manifests.set(path, document);
  }
  return { manifests, kustomizations };
}

/** @throws TypeError when the document makes no pods */
export function podOf({ kind, spec }: Manifest): PodSpec {
  const template = spec['template'] as { spec: PodSpec } | undefined;
  if (template === undefined) throw new TypeError(`${kind} makes no pods`);
  return template.spec;
}
