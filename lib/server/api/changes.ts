/** What changed in the API: the newest first. Nothing that is there is taken away, so that each only adds. */
type ApiChange = {
  /** Of the day, in UTC. */
  date: string;
  version: string;
  /** In sentences, for callers. */
  changes: readonly string[];
  /** Operations that are new with it. */
  operations: readonly string[];
};

/** The change log, dated: people read it at `/api/docs`, programs in the OpenAPI document. A test looks for new operations. */
export const API_CHANGES = [
  {
    date: '2026-12-01',
    version: '1.2.0',
    changes: [
      'Devices say how their removal goes where it waits for an administrator of the gateway (`removal`), and the list says which hardware authenticators wait for one (`requests`).',
    ],
    operations: [],
  },
  {
    date: '2026-11-29',
    version: '1.1.0',
    changes: [
      'Every list takes `limit` and `cursor`, answers `next`, and links to the next page by `Link` (RFC 8288).',
      '`GET /people` without `q` lists everybody.',
      '`PATCH /people/{userId}` changes name, mail addresses, language and group.',
      '`DELETE /people/{userId}` asks for a deletion, and `POST …/unlockings` to unlock a device that a system has locked: a person agrees.',
      'What a system does to staff waits for a person: disabling, taking a role and locking a device answer 202.',
      'Webhooks are managed at `/webhooks` by keys with the scope `webhook:manage`: made, changed, tried and deleted, with a secret that is shown once. They end with the service account that made them.',
      'A service account has daily budgets; over them the answer is 429 with the code `daily-budget-used-up`.',
      'The `type` of a problem is an absolute address.',
      'What the site refuses before it reads a request is documented with each operation: 400, 403, 414, 421 and 503.',
      'A body with a name twice in an object, or with a byte order mark, is refused.',
      'A period before 1970 or after 9999 is refused.',
      '`POST /people/{userId}/invitations` takes `oneTimePassword`, which the gateway verifies. Without it the invitation waits for a person (202): `checks` are notes, which count nothing, and `caller-check-insufficient` is answered no more.',
    ],
    operations: [
      'deletePerson',
      'requestUnlocking',
      'listWebhooks',
      'createWebhook',
      'readWebhook',
      'changeWebhook',
      'deleteWebhook',
      'rotateWebhookSecret',
      'testWebhook',
    ],
  },
  {
    date: '2026-11-27',
    version: '1.0.0',
    changes: ['The first version.'],
    operations: [
      'readServiceAccount',
      'findPeople',
      'createPerson',
      'readPerson',
      'changePerson',
      'giveRole',
      'takeRole',
      'listDevices',
      'readDevice',
      'lockDevice',
      'requestRemoval',
      'sendInvitation',
      'listInvitations',
      'readInvitation',
      'revokeInvitation',
      'listActivations',
      'readActivation',
      'makeActivationLink',
      'readActivationLink',
      'listApprovals',
      'readApproval',
      'readEvents',
      'readActivationStatistics',
    ],
  },
] as const satisfies readonly ApiChange[];

/** Incremented by additions. Existing operations do not change: that would be `/api/v2`. */
export const API_VERSION: string = API_CHANGES[0].version;
