-- Whose staff may read what was not delivered. Null for what the version before wrote and nothing tells the domain of: every
-- domain's staff read that, until it is purged.
ALTER TABLE outbox_message ADD COLUMN domain text;

UPDATE outbox_message SET domain = invitation.domain FROM invitation WHERE outbox_message.about = invitation.id;
UPDATE outbox_message SET domain = activation.domain FROM activation WHERE outbox_message.about = activation.id;

-- As `append_events`, which the version before goes on to call, with the domain of each notice.
CREATE FUNCTION append_events_with_notices(head_sequence_number integer, head_hash text, records jsonb, notices jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF notices <> '[]' THEN
    INSERT INTO outbox_message (id, channel, kind, destination, domain, encrypted_content, state, queued_at, due_at)
    SELECT id, 'notice', kind, destination, domain, encrypted_content, 'pending', queued_at, queued_at
    FROM jsonb_to_recordset(notices) AS notice(id text, kind text, destination text, domain text, encrypted_content text,
      queued_at timestamptz);
    PERFORM pg_notify('tessera_activation_changes', 'outbox notice');
  END IF;
  PERFORM append_audit_records(head_sequence_number, head_hash, records);
END
$$;
