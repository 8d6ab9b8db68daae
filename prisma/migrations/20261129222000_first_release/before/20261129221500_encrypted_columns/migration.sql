-- The columns of encrypted values get the names of their properties. No earlier version runs beside this one.
ALTER TABLE "managed_webhook" RENAME COLUMN "sealed_secret" TO "encrypted_secret";
ALTER TABLE "outbox_message" RENAME COLUMN "sealed_content" TO "encrypted_content";
ALTER TABLE "activation" RENAME COLUMN "sealed_credential" TO "encrypted_credential";
ALTER TABLE "activation" RENAME COLUMN "sealed_payload" TO "encrypted_payload";
ALTER TABLE "data_key" RENAME COLUMN "sealed_chain_key" TO "encrypted_chain_key";
ALTER TABLE "gateway_licence" RENAME COLUMN "sealed_key" TO "encrypted_key";
ALTER TABLE "gateway_registration" RENAME COLUMN "sealed_verifier" TO "encrypted_verifier";
ALTER TABLE "gateway_registration" RENAME COLUMN "sealed_server_private_key" TO "encrypted_server_private_key";
ALTER TABLE "gateway_registration" RENAME COLUMN "sealed_instance_key" TO "encrypted_instance_key";
ALTER TABLE "gateway_instance" RENAME COLUMN "sealed_key" TO "encrypted_key";
ALTER TABLE "gateway_instance" RENAME COLUMN "sealed_notification_id" TO "encrypted_notification_id";
ALTER TABLE "gateway_challenge" RENAME COLUMN "sealed_key" TO "encrypted_key";
ALTER TABLE "image_key" RENAME COLUMN "sealed_private_key" TO "encrypted_private_key";
ALTER TABLE "result_key" RENAME COLUMN "sealed_private_key" TO "encrypted_private_key";

CREATE OR REPLACE FUNCTION "append_events"("head_sequence_number" integer, "head_hash" text, "records" jsonb, "notices" jsonb)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF notices <> '[]' THEN
    INSERT INTO outbox_message (id, channel, kind, destination, encrypted_content, state, queued_at, due_at)
    SELECT id, 'notice', kind, destination, encrypted_content, 'pending', queued_at, queued_at
    FROM jsonb_to_recordset(notices) AS notice(id text, kind text, destination text, encrypted_content text,
      queued_at timestamptz);
    PERFORM pg_notify('tessera_activation_changes', 'outbox notice');
  END IF;
  PERFORM append_audit_records(head_sequence_number, head_hash, records);
END
$$;
