-- How a device's phone app is reached while it is closed, and the key by which this site names itself to push services.
CREATE TABLE push_subscription (
    serial_number text NOT NULL,
    sequence_number integer NOT NULL,
    encrypted_subscription text NOT NULL,
    endpoint_hash text NOT NULL,
    host text NOT NULL,
    subscribed_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT push_subscription_pkey PRIMARY KEY (serial_number, sequence_number),
    CONSTRAINT push_subscription_serial_number_sequence_number_fkey FOREIGN KEY (serial_number, sequence_number)
        REFERENCES gateway_instance(serial_number, sequence_number) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX push_subscription_endpoint_hash_idx ON push_subscription (endpoint_hash);

-- A removed device is reached no more.
CREATE FUNCTION delete_subscription_of_removed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM push_subscription WHERE serial_number = NEW.serial_number AND sequence_number = NEW.sequence_number;
  RETURN NULL;
END
$$;
CREATE TRIGGER gateway_instance_unreached AFTER UPDATE ON gateway_instance
    FOR EACH ROW WHEN (new.state = 'removed'::text AND old.state <> 'removed'::text) EXECUTE FUNCTION delete_subscription_of_removed();

-- One row: of several replicas that make a key at once, the first one stored wins.
CREATE TABLE push_key (
    id integer NOT NULL,
    public_key text NOT NULL,
    encrypted_private_key text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT push_key_pkey PRIMARY KEY (id),
    CONSTRAINT push_key_single CHECK (id = 1)
);
