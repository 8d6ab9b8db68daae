-- Removals of devices that the gateway may leave to wait until a second administrator has approved them. A row is written
-- before the command is sent: a device has at most one that is open, so that no command is queued twice.
CREATE TABLE pending_operation (
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    instance_id text NOT NULL,
    device_name text NOT NULL,
    requested_by text NOT NULL,
    reference text,
    snapshot text NOT NULL,
    requested_at timestamp(3) with time zone NOT NULL,
    look_at timestamp(3) with time zone NOT NULL,
    ended_at timestamp(3) with time zone,
    CONSTRAINT pending_operation_pkey PRIMARY KEY (id),
    CONSTRAINT pending_operation_end CHECK ((state = ANY (ARRAY['sent'::text, 'waiting'::text])) = (ended_at IS NULL))
);

CREATE UNIQUE INDEX pending_operation_one_of_a_device ON pending_operation (instance_id) WHERE (ended_at IS NULL);
CREATE INDEX pending_operation_due ON pending_operation (look_at) WHERE (ended_at IS NULL);
CREATE INDEX pending_operation_user_id_domain_requested_at_idx ON pending_operation (user_id, domain, requested_at);
