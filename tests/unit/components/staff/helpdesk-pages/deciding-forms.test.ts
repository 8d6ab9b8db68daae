import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTION_POLICY } from '@/lib/accounts/policy/action-policy';
import { filesContaining } from '../../../../support/files-containing';
import { repository } from '../../../../support/repository';

/** The file that has the form, where the form gets its action as a prop of another name. */
const FORMS_OF_PROPS: Readonly<Record<string, string>> = {
  approveAction: 'components/staff/helpdesk/queues/decision-forms.tsx',
  approveChangeAction: 'components/staff/helpdesk/queues/decision-forms.tsx',
  approveRoleAction: 'components/staff/helpdesk/queues/decision-forms.tsx',
  approveServiceAccountAction: 'components/staff/helpdesk/queues/decision-forms.tsx',
  askToLiftAction: 'components/staff/helpdesk/people/unfreeze-form.tsx',
  closeCaseAction: 'components/staff/helpdesk/cases/open-cases.tsx',
  confirmReadOutAction: 'components/staff/helpdesk/invitations/read-out-form.tsx',
  saveColoursAction: 'components/staff/administration/setup/look-step.tsx',
  saveHelpdeskAction: 'components/staff/administration/setup/helpdesk-step.tsx',
  saveLogoAction: 'components/staff/administration/setup/look-step.tsx',
  saveNameAction: 'components/staff/administration/setup/name-step.tsx',
  reissueAction: 'app/(helpdesk)/helpdesk/users/[userId]/reissue/page.tsx',
};

const AREAS = ['app/(helpdesk)', 'components/staff/administration', 'components/staff/helpdesk'];

/** The opening tags of forms that have an action, by the file. */
function formTags(): { file: string; tag: string }[] {
  return AREAS.flatMap((area) => filesContaining(join(repository, area), 'Form')).flatMap((path) => {
    const source = readFileSync(path, 'utf8');
    const starts = [...source.matchAll(/<\w*Form\b/g)].map(({ index }) => index);
    return starts.map((start) => ({ file: relative(repository, path), tag: openingTag(source.slice(start)) }));
  });
}

/** Up to the `>` that stands in no braces. */
function openingTag(source: string): string {
  let depth = 0;
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === '>' && depth === 0) return source.slice(0, index + 1);
  }
  throw new RangeError('the tag does not end');
}

function isAsking(tag: string): boolean {
  return /\bdecides\b|\bproof=\{await askBeforehand/.test(tag);
}

describe('forms of the staff area', () => {
  const tags = formTags();
  const rows = Object.entries(ACTION_POLICY)
    .filter(([file]) => file.startsWith('app/(helpdesk)/'))
    .flatMap(([, actions]) => Object.entries(actions));

  it('every form whose action takes a proof asks for it beforehand', () => {
    const silent = rows
      .filter(([, [, proof]]) => typeof proof === 'string')
      .filter(([name]) => {
        const shown = FORMS_OF_PROPS[name];
        const own = shown
          ? tags.filter(({ file, tag }) => file === shown && isAsking(tag))
          : tags.filter(({ tag }) => new RegExp(`action=\\{[^}]*\\b${name}\\b`).test(tag));
        return own.length === 0 || !own.every(({ tag }) => isAsking(tag));
      })
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('no form whose action takes none asks for one', () => {
    const asking = rows
      .filter(([, [, proof]]) => typeof proof !== 'string' && proof.without === 'reduces')
      .filter(([name]) => tags.some(({ tag }) => new RegExp(`action=\\{[^}]*\\b${name}\\b`).test(tag) && isAsking(tag)))
      .map(([name]) => name);
    expect(asking).toEqual([]);
  });
});
