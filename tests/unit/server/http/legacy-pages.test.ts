import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE_POLICY, ROUTE_POLICY } from '@/lib/accounts/policy/route-policy';
import { OWN_PATHS } from '@/lib/config/sections/site-settings';
import { LEGACY_PAGES } from '@/lib/server/http/legacy/legacy-pages';
import nextConfig from '@/next.config.js';
import { problemsOf } from '../../../support/servers/environment-problems';

/** OneSpan §6.1, §6.3: each `action` that is published, and the one of the site for one-time passwords. */
const PUBLISHED = [
  'activation',
  'changebackendpassword',
  'dpassign',
  'dsapponlineactivation',
  'dsappsrponlineactivation',
  'logintest',
  'mdlactivation',
  'passwordsync',
  'pinchange',
  'registeruser',
  'scanandlogintest',
  'selfunlock',
  'upgradepushnotification',
  'web',
];

describe('addresses of the vendor’s website', () => {
  it('the list has every published action', () => {
    expect([...LEGACY_PAGES.keys()].toSorted()).toEqual(PUBLISHED);
  });

  it.each([...LEGACY_PAGES])('the action %s leads to %s, which is a page of this site', (_action, page) => {
    expect(PAGE_POLICY).toHaveProperty([page.replace(/[#?].*/, '')]);
  });

  it('every action that has a page of its own here leads to it, and the rest to the start page', () => {
    expect(Object.fromEntries(LEGACY_PAGES)).toEqual({
      activation: '/activations/new',
      dsapponlineactivation: '/activations/new',
      dsappsrponlineactivation: '/activations/new',
      mdlactivation: '/activations/new',
      changebackendpassword: '/profile#password',
      passwordsync: '/profile#password-sync',
      pinchange: '/profile#server-pin',
      selfunlock: '/sign-in?unlock=1',
      logintest: '/authenticators/test',
      scanandlogintest: '/authenticators/test',
      dpassign: '/authenticators/assign',
      registeruser: '/sign-in/register',
      upgradepushnotification: '/authenticators/test',
      web: '/sign-in/one-time-password',
    });
  });

  it('no context path takes over an address of Tessera’s own', async () => {
    const { redirects, rewrites } = nextConfig;
    const moved = [...((await redirects?.()) ?? []), ...([(await rewrites?.()) ?? []].flat() as { source: string }[])];
    const addresses = [
      ...Object.keys(PAGE_POLICY),
      ...Object.keys(ROUTE_POLICY).map((route) => route.replace(/^\w+ /, '')),
      ...moved.map(({ source }) => source),
      ...readdirSync('public').map((name) => `/${name}`),
      '/rest/v2/provisioning',
      '/_next/static',
      '/icon.svg',
      '/licences.txt',
    ];
    const first = new Set(addresses.map((address) => address.split('/')[1] ?? '').filter((name) => name !== ''));
    expect([...first].filter((name) => !OWN_PATHS.has(name))).toEqual([]);
    expect([...OWN_PATHS].filter((name) => !first.has(name))).toEqual([]);
  });

  it.each([
    'selfmgmt',
    '/',
    '/selfmgmt/',
    '/self mgmt',
    '/selfmgmt?x',
    '//selfmgmt',
    '/api',
    '/Profile/x',
    '/selfmgmt,',
  ])('the context path %s is refused at the start', (paths) => {
    expect(problemsOf({ TESSERA_LEGACY_PATHS: paths })).toEqual([expect.stringMatching(/^TESSERA_LEGACY_PATHS /)]);
  });

  it('context paths are read from a list, in any case', () => {
    expect(problemsOf({ TESSERA_LEGACY_PATHS: '/selfmgmt, /VOTP,/bank/self-service' })).toEqual([]);
  });
});
