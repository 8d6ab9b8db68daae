import type { Sql } from '@/lib/database/sql';

/** Everything that is kept of people, in words without the names and times in which two of them differ. */
export async function whatIsKept(sql: Sql, userIds: string[]): Promise<Map<string, string[]>> {
  const rows = await sql<{ userId: string; line: string }>`
    WITH person AS (
      SELECT unnest(${userIds}::text[]) AS user_id
    ), device AS (
      SELECT user_id, serial_number || '-' || sequence_number AS id, sequence_number, description, instance.state
      FROM gateway_instance AS instance JOIN gateway_licence USING (serial_number) JOIN person USING (user_id)
    ), thing AS (
      SELECT user_id, id FROM activation JOIN person USING (user_id)
      UNION SELECT user_id, id FROM invitation JOIN person USING (user_id)
      UNION SELECT user_id, activation_id FROM device_notice JOIN person USING (user_id)
      UNION SELECT user_id, id FROM approval JOIN person USING (user_id)
      UNION SELECT user_id, id FROM device_replacement JOIN person USING (user_id)
    )
    SELECT user_id AS "userId", line FROM (
      SELECT 1 AS place, user_id, concat_ws(' ', 'device', sequence_number, description, state,
        (SELECT string_agg(cause, ' ' ORDER BY cause) FROM device_hold WHERE instance_id = device.id)) AS line
      FROM device
      UNION ALL SELECT 2, user_id, concat_ws(' ', 'activation', device_name, state) FROM activation
      UNION ALL SELECT 3, user_id, concat_ws(' ', 'invitation', reason, state, revoked_why, 'old device ' || old_device_state)
      FROM invitation
      UNION ALL SELECT 4, user_id, concat_ws(' ', 'notice', device_name, state, cause, CASE WHEN is_locked THEN 'locked' END)
      FROM device_notice
      UNION ALL SELECT 5, user_id, concat_ws(' ', kind, state, decided_by, CASE WHEN ended_at IS NULL THEN 'open' END) FROM approval
      UNION ALL SELECT 6, user_id, concat_ws(' ', 'replacement', old_name, state, new_name) FROM device_replacement
      UNION ALL SELECT 7, user_id, concat_ws(' ', CASE WHEN revoked_at IS NULL THEN 'session open' ELSE 'session ended' END,
        (SELECT string_agg(proof, ' ' ORDER BY proof) FROM jsonb_object_keys(proofs) AS proof)) FROM session
      UNION ALL SELECT 7, user_id, 'recovery code' FROM recovery_code
      UNION ALL SELECT 7, user_id, CASE WHEN vouched_for IS NULL THEN 'voucher' ELSE 'voucher used' END
      FROM backup_voucher JOIN activation ON activation.id = activation_id
      UNION ALL SELECT 7, user_id, concat_ws(' ', 'link', state, CASE WHEN activation_id IS NOT NULL THEN 'to an activation' END)
      FROM activation_link
      UNION ALL SELECT 8, subject_user_id, concat_ws(' ', 'record', fact->>'type') FROM audit_record
      UNION ALL SELECT 9, user_id, concat_ws(' ', 'webhook', kind)
      FROM outbox_message JOIN thing ON about = thing.id WHERE channel = 'webhook'
    ) AS kept JOIN person USING (user_id) ORDER BY place, line COLLATE "C"`;
  return new Map(
    userIds.map((userId) => [userId, rows.filter((row) => row.userId === userId).map(({ line }) => line)]),
  );
}
