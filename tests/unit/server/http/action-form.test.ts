import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { hasListedArguments, isFormWithoutScripts } from '@/lib/server/http/action-form';

const REQUEST = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } };

function form(fields: Record<string, string>): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join('')}--x--\r\n`);
}

function isTaken(body: Buffer): Promise<boolean> {
  return hasListedArguments(REQUEST as unknown as IncomingMessage, body);
}

describe('a form that a browser without scripts sends to an action', () => {
  it.each<[string, Record<string, string>]>([
    ['without arguments', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a","bound":null}' }],
    ['with those of React', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a","bound":"$@1"}', '$ACTION_1:1': '[{}]' }],
    ['by the action’s name', { $ACTION_ID_a: '', name: 'value' }],
    ['for no action at all', { name: 'value' }],
  ])('a form without scripts is accepted %s', async (_name, fields) => {
    expect(await isTaken(form(fields))).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['arguments that are not said', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a"}' }],
    ['arguments that are nothing', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a","bound":"$undefined"}' }],
    [
      'arguments that are no list',
      { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a","bound":"$@1"}', '$ACTION_1:1': '5' },
    ],
    ['arguments elsewhere', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"a","bound":"$@2"}', '$ACTION_1:1': '[]' }],
    ['an action that is no JSON', { $ACTION_REF_1: '', '$ACTION_1:0': '{' }],
    ['an action that is missing', { $ACTION_REF_1: '' }],
  ])('threat: a failure at will — is refused with %s', async (_name, fields) => {
    expect(await isTaken(form(fields))).toBe(false);
  });

  it('a body that is no form is left to Next.js, which refuses it', async () => {
    expect(await isTaken(Buffer.from('junk'))).toBe(true);
    expect(isFormWithoutScripts(REQUEST as unknown as IncomingMessage)).toBe(true);
    const call = { ...REQUEST, headers: { ...REQUEST.headers, 'next-action': 'a' } };
    expect(isFormWithoutScripts(call as unknown as IncomingMessage)).toBe(false);
  });
});
