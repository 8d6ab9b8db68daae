-- What is about to be done to a device at the gateway. A row is written before that, and goes with the record of it in one
-- transaction, so that nothing is done without a record.
CREATE TABLE device_act (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    instance_id text NOT NULL,
    deed jsonb NOT NULL,
    event jsonb NOT NULL,
    begun_at timestamp(3) with time zone NOT NULL,
    look_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT device_act_pkey PRIMARY KEY (id)
);

CREATE INDEX device_act_look_at_idx ON device_act (look_at);

-- Who carries out what was approved keeps the other replicas away from it until then.
ALTER TABLE approval ADD COLUMN leased_until timestamp(3) with time zone;
