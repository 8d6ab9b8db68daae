-- When the gateway's free licences were last counted, and whether all of them were. One row.
CREATE TABLE licence_count (
    id integer NOT NULL,
    counted_at timestamp(3) with time zone NOT NULL,
    is_whole boolean NOT NULL,
    CONSTRAINT licence_count_pkey PRIMARY KEY (id),
    CONSTRAINT licence_count_single CHECK (id = 1)
);

-- How many there were, by type and organisational unit.
CREATE TABLE licence_pool (
    type text NOT NULL,
    unit text NOT NULL,
    free integer NOT NULL,
    last_free_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT licence_pool_pkey PRIMARY KEY (type, unit),
    CONSTRAINT licence_pool_free CHECK (free >= 0)
);
