-- Which devices were activated in a browser, by the hash of a secret that the browser keeps in a cookie.
CREATE TABLE device_mark (
    browser_hash text NOT NULL,
    instance_id text NOT NULL,
    marked_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT device_mark_pkey PRIMARY KEY (browser_hash, instance_id)
);
CREATE INDEX device_mark_marked_at_idx ON device_mark (marked_at);
