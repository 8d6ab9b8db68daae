-- Appends records to the audit chain together with the notices that follow from them, as part of the statement that calls
-- it. Nothing else calls append_audit_records, so that no writer of records leaves their users untold.
CREATE FUNCTION "append_events"("head_sequence_number" integer, "head_hash" text, "records" jsonb, "notices" jsonb)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF notices <> '[]' THEN
    INSERT INTO outbox_message (id, channel, kind, destination, sealed_content, state, queued_at, due_at)
    SELECT id, 'notice', kind, destination, sealed_content, 'pending', queued_at, queued_at
    FROM jsonb_to_recordset(notices) AS notice(id text, kind text, destination text, sealed_content text,
      queued_at timestamptz);
    PERFORM pg_notify('tessera_activation_changes', 'outbox notice');
  END IF;
  PERFORM append_audit_records(head_sequence_number, head_hash, records);
END
$$;
