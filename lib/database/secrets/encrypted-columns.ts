import { credentialContext } from '../../activation/start/activation-credentials';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import { resultKeyContext } from '../../helpdesk/activation-links/result-signer';
import { imageKeyContext } from '../../wire/image/image-key';
import { challengeKeyContext, challengeWordsContext } from '../../gateways/embedded/engine/challenges/challenge';
import {
  instanceKeyContext,
  notificationContext,
  pushSubscriptionContext,
} from '../../gateways/embedded/engine/device-instance';
import { copyContext, verifierContext as verifierOfCopyContext } from '../../devices/copies/device-copy';
import { licenceKeyContext } from '../../gateways/embedded/engine/licence';
import {
  committedKeyContext,
  serverPrivateKeyContext,
  verifierContext,
} from '../../gateways/embedded/engine/registration/registration';
import { formatInstanceId } from '../../shared/identifiers/instance-id';
import { managerWordsContext } from '../../helpdesk/caller-check/manager/manager-request';
import { pushKeyContext } from '../../messaging/phone-alerts/push-key';
import { chainKeyContext } from './open-data-keys';

/** A column of encrypted values. Its name begins with `encrypted_`. */
export type EncryptedColumn = {
  table: string;
  column: string;
  /** The primary key's columns, and other columns that are part of the context. */
  key: readonly string[];
  /** The context that a value is bound to by its encryption. @param key values of the key's columns */
  context: (...key: string[]) => string;
};

const instance = (serialNumber: string, sequenceNumber: string) =>
  formatInstanceId(serialNumber, Number(sequenceNumber));

/** A test compares this list with the schema. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [
  { table: 'managed_webhook', column: 'encrypted_secret', key: ['id'], context: (id) => id },
  { table: 'outbox_message', column: 'encrypted_content', key: ['id'], context: (id) => id },
  {
    table: 'activation',
    column: 'encrypted_credential',
    key: ['id'],
    context: (id) => credentialContext(id as ActivationId),
  },
  { table: 'activation', column: 'encrypted_payload', key: ['id'], context: (id) => id },
  { table: 'gateway_licence', column: 'encrypted_key', key: ['serial_number'], context: licenceKeyContext },
  { table: 'gateway_registration', column: 'encrypted_verifier', key: ['identifier'], context: verifierContext },
  {
    table: 'gateway_registration',
    column: 'encrypted_server_private_key',
    key: ['identifier'],
    context: serverPrivateKeyContext,
  },
  {
    table: 'gateway_registration',
    column: 'encrypted_committed_key',
    key: ['identifier'],
    context: committedKeyContext,
  },
  {
    table: 'gateway_registration',
    column: 'encrypted_instance_key',
    key: ['identifier', 'serial_number', 'sequence_number'],
    context: (_identifier, ...name) => instanceKeyContext(instance(...(name as [string, string]))),
  },
  {
    table: 'gateway_instance',
    column: 'encrypted_key',
    key: ['serial_number', 'sequence_number'],
    context: (...name) => instanceKeyContext(instance(...(name as [string, string]))),
  },
  {
    table: 'gateway_instance',
    column: 'encrypted_notification_id',
    key: ['serial_number', 'sequence_number'],
    context: (...name) => notificationContext(instance(...(name as [string, string]))),
  },
  {
    table: 'push_subscription',
    column: 'encrypted_subscription',
    key: ['serial_number', 'sequence_number'],
    context: (...name) => pushSubscriptionContext(instance(...(name as [string, string]))),
  },
  { table: 'push_key', column: 'encrypted_private_key', key: ['id'], context: pushKeyContext },
  { table: 'gateway_challenge', column: 'encrypted_key', key: ['key_hash'], context: challengeKeyContext },
  { table: 'gateway_challenge', column: 'encrypted_words', key: ['key_hash'], context: challengeWordsContext },
  { table: 'device_copy', column: 'encrypted_verifier', key: ['instance_id'], context: verifierOfCopyContext },
  { table: 'device_copy', column: 'encrypted_copy', key: ['instance_id'], context: copyContext },
  { table: 'manager_request', column: 'encrypted_words', key: ['id'], context: managerWordsContext },
  { table: 'image_key', column: 'encrypted_private_key', key: ['id'], context: imageKeyContext },
  { table: 'result_key', column: 'encrypted_private_key', key: ['id'], context: resultKeyContext },
  { table: 'data_key', column: 'encrypted_chain_key', key: ['id'], context: chainKeyContext },
];
