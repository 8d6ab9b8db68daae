-- Whoever follows the audit log is told of new records, whatever appends them.
CREATE FUNCTION "announce_audit_records"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tessera_activation_changes', 'audit-records');
  RETURN NULL;
END
$$;

CREATE TRIGGER "audit_record_announced" AFTER INSERT ON "audit_record"
FOR EACH STATEMENT EXECUTE FUNCTION "announce_audit_records"();
