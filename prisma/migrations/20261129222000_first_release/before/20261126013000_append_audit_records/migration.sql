-- Appends records to the audit chain as part of the statement that calls it. When the chain does not end where they begin,
-- the whole statement is refused, and whoever made it makes it again from the chain's new end.
CREATE FUNCTION "append_audit_records"("head_sequence_number" integer, "head_hash" text, "records" jsonb)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF records = '[]' THEN
    RETURN;
  END IF;
  UPDATE audit_head
  SET sequence_number = (records -> -1 ->> 'sequence_number')::integer, hash = records -> -1 ->> 'hash',
    key_id = records -> -1 ->> 'key_id'
  WHERE sequence_number = head_sequence_number AND hash = head_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the audit chain has moved on' USING ERRCODE = 'TA001';
  END IF;
  INSERT INTO audit_record (sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id, address,
    previous_hash, hash, key_id)
  SELECT sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id, address, previous_hash, hash,
    key_id
  FROM jsonb_to_recordset(records) AS record(sequence_number integer, at timestamptz, subject_user_id text,
    subject_domain text, actor jsonb, fact jsonb, correlation_id text, address text, previous_hash text, hash text,
    key_id text);
END
$$;
